import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDay, baseDevice } from '../../test/base-device.ts';
import { memoryHost } from '../../test/memory-host.ts';
import { check } from '../app/check/check.ts';
import { leftPad } from '../rules/examples/left-pad.ts';
import { waiverWith } from '../rules/examples/waiver-with.ts';
import {
  dispositionsWith,
  itemWithSources,
  noHazard,
  ownChangelog,
  withList,
} from '../rules/examples/with-anomalies.ts';
import { verdictWith, withFinding } from '../rules/examples/with-finding.ts';

type Files = Readonly<Record<string, string | undefined>>;

const unanswered = { ...withFinding(), ...verdictWith('status: affected\nreason: Cut\nby: ada\non: 2026-11-12') };
const ahead = leftPad('approved:\n  - { version: 1.3.0, by: ada, on: 2027-11-01 }');
const aheadInDispositions = {
  ...itemWithSources(ownChangelog),
  ...withList(),
  ...dispositionsWith(noHazard.replace('2026', '2027')),
};

const waivers: readonly (readonly [
  what: string,
  files: Files,
  waiver: Record<string, string | undefined>,
  waived: number,
])[] = [
  ['a verdict, by the package that it judges', unanswered, { rule: '81001-5-1/verdict-response' }, 1],
  ['a verdict, by its anomaly', unanswered, { rule: '81001-5-1/verdict-response', anomalies: '[CVE-2026-0001]' }, 1],
  [
    'a verdict, by another package',
    unanswered,
    { rule: '81001-5-1/verdict-response', packages: 'pkg:npm/right-pad' },
    0,
  ],
  [
    'a verdict, by another anomaly',
    unanswered,
    { rule: '81001-5-1/verdict-response', anomalies: '[CVE-2026-0009]' },
    0,
  ],
  ['a record, by its package', ahead, { rule: 'records/future-date' }, 1],
  ['a record, by another package', ahead, { rule: 'records/future-date', packages: 'pkg:npm/right-pad' }, 0],
  ['dispositions, by the package of the item', aheadInDispositions, { rule: 'records/future-date' }, 1],
  ['the day of a waiver, by a package', waiverWith({ on: '2027-01-01' }), { rule: 'records/future-date' }, 0],
];

for (const [what, files, waiver, expected] of waivers) {
  test(`a waiver of what a device's rule says of ${what} waives ${expected}`, async () => {
    const all: Files = { ...baseDevice, ...waiverWith(waiver), ...files };
    const given = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined);
    const { waived } = await check(memoryHost(Object.fromEntries(given), { today: baseDay }));
    assert.equal(waived.length, expected);
  });
}
