import type { Example } from '../../model/plugs/rule.ts';
import { leftPad } from './left-pad.ts';

/** A record in which the rule finds something that the waiver of `waiverWith` meets. */
export const withoutManufacturer: Example['files'] = leftPad('title: left-pad');

/** A device with one waiver, for the examples of rules; what is `undefined` is left out. */
export function waiverWith(changes: Readonly<Record<string, string | undefined>> = {}): Example['files'] {
  const waiver = {
    rule: '62304/manufacturer',
    packages: 'pkg:npm/left-pad',
    reason: 'planned',
    text: 'Asked the project; its answer comes with the next release',
    by: 'ada',
    on: '2026-11-02',
    until: '2027-02-28',
    ...changes,
  };
  const lines = Object.entries(waiver).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]));
  return { 'soup/waivers.yaml': `waivers:\n  - ${lines.join('\n    ')}\n` };
}
