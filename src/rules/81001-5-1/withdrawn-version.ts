import type { Entry } from '../../model/entry.ts';
import type { Problem, Rule } from '../../model/plugs/rule.ts';
import { leftPad } from '../examples/left-pad.ts';
import { metadataWith } from '../examples/metadata-with.ts';

/** Asks what is to become of a version in use that its registry has taken back or calls deprecated. */
export const withdrawnVersion: Rule = {
  id: '81001-5-1/withdrawn-version',
  title: 'No version in use was taken back by those who publish it',
  clause: '81001-5-1:4.1.5',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'component',
  why: 'Who publishes a package takes a version back for a fault, and calls it deprecated when no fix will come.',
  help: 'Update it; or write into its record how it is supported (`support.level`), or a waiver with the reason.',
  check: (entry) => (entry.use.scope === 'development' ? [] : [...problems(entry)]),
  examples: [
    { title: 'Nothing is stated', files: metadataWith({ licence: 'WTFPL' }), says: [] },
    {
      title: 'Taken back',
      files: metadataWith({ yanked: 'breaks on Mondays' }),
      says: ['pkg:npm/left-pad@1.3.0 was taken back: breaks on Mondays (https://npm.example/left-pad, 2026-11-10)'],
    },
    {
      title: 'Deprecated',
      files: {
        ...metadataWith({ deprecated: 'use String.prototype.padStart()' }),
        ...leftPad('support: { level: maintained, source: the package page, assessed: 2026-11-01 }'),
      },
      says: [
        'pkg:npm/left-pad@1.3.0 is deprecated: use String.prototype.padStart() (https://npm.example/left-pad, 2026-11-10)',
      ],
    },
    {
      title: 'The record knows that nobody maintains it',
      files: {
        ...metadataWith({ deprecated: 'use String.prototype.padStart()' }),
        ...leftPad('support: { level: end-of-support, source: the package page, assessed: 2026-11-01 }'),
      },
      says: [],
    },
  ],
};

function* problems({ component, account }: Entry): Iterable<Problem> {
  const [at] = component.foundAt;
  const level = account.kind === 'own' ? account.item.record.support?.level : undefined;
  const known = level === 'end-of-support' || level === 'limited';
  for (const { fact, value, source, asOf } of component.stated ?? []) {
    if (fact !== 'yanked' && (fact !== 'deprecated' || known)) continue;
    const what = fact === 'yanked' ? 'was taken back' : 'is deprecated';
    const message = `${component.purl} ${what}: ${value} (${source}, ${asOf ?? 'no day'})`;
    yield { message, place: at ?? { file: source } };
  }
}
