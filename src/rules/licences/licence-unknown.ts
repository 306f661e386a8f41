import type { Rule } from '../../model/plugs/rule.ts';
import { lockWith } from '../examples/lock-with.ts';
import { leftPad } from '../examples/left-pad.ts';
import { byDecision, nameFew, ofLicences } from './name-few.ts';

/** Asks for the licence of each component that a record accounts for, as an expression that everybody understands alike. */
export const licenceUnknown: Rule = {
  id: 'licences/licence-unknown',
  title: 'The licence of everything that ships is known',
  clause: 'reality-check:5',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'device',
  why: 'Nothing can be said of a licence that is a name, an address or not stated at all; what is suggested is no conclusion.',
  help: 'Look it up in the package and write `licence` into the record, or `conclusions` into soup/licences.yaml.',
  check: ({ licensing }) =>
    byDecision(
      licensing.judged.filter(
        ({ verdict, entry }) => verdict.missing.includes('licence') && entry.account.kind !== 'unaccounted',
      ),
    ).map((all) =>
      ofLicences(all, (group) => {
        const [first] = group;
        const why = first.verdict.reasons[0]?.why ?? '';
        const message =
          first.licence.from === 'nobody'
            ? `no file states a licence of ${nameFew(group)}, and nobody has concluded one`
            : `the licence of ${nameFew(group)} is stated as "${first.verdict.expression}". ${why}`;
        return { message, place: first.decideAt };
      }),
    ),
  examples: [
    {
      title: 'A person concluded it',
      files: leftPad('licence: { concluded: MIT, by: ada, on: 2026-11-01 }'),
      says: [],
    },
    {
      title: 'The lockfile states a name',
      files: {
        ...leftPad('title: left-pad'),
        ...lockWith({ 'left-pad': { version: '1.3.0', license: 'MIT/Apache-2.0' } }),
      },
      says: [
        'the licence of pkg:npm/left-pad@1.3.0 is stated as "MIT/Apache-2.0". It is the name of a licence, not spelt as SPDX spells it; a person has to conclude the licence, perhaps MIT OR Apache-2.0.',
      ],
    },
    {
      title: 'Nobody states any',
      files: { ...leftPad('title: left-pad'), ...lockWith({ 'left-pad': { version: '1.3.0' } }) },
      says: ['no file states a licence of pkg:npm/left-pad@1.3.0, and nobody has concluded one'],
    },
  ],
};
