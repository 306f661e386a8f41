import type { LicenceFact } from '../../model/licences/licence-verdict.ts';
import type { Rule } from '../../model/plugs/rule.ts';
import { leftPad } from '../examples/left-pad.ts';
import { byDecision, nameFew, ofLicences, usedIn } from './name-few.ts';

/** Asks for the facts of use on which a verdict hangs: without them nobody can say whether the licence permits it. */
export const factMissing: Rule = {
  id: 'licences/fact-missing',
  title: 'What a licence permits can be told',
  clause: 'reality-check:5',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'The same licence permits a program beside the product and forbids it inside. A guess would be wrong in one of the two cases.',
  help: 'Write `distribution` at the software item in tureen.yaml; `combination` and `modified` at `licence` of the record, or under `conclusions` in soup/licences.yaml.',
  check: ({ licensing }) =>
    byDecision(
      licensing.judged.filter(
        ({ verdict: { outcome, missing } }) =>
          outcome === 'undetermined' && missing.length > 0 && !missing.includes('licence'),
      ),
    ).map((all) =>
      ofLicences(all, (group) => {
        const [first] = group;
        const { expression, missing } = first.verdict;
        return {
          message: `what ${expression} permits for ${nameFew(group)} in ${usedIn(first)} depends on ${missing.map((fact) => facts[fact]).join(' and on ')}, and nobody has stated that`,
          place: first.decideAt,
        };
      }),
    ),
  examples: [
    {
      title: 'A licence for which it makes no difference',
      files: leftPad('licence: { concluded: MIT, by: ada, on: 2026-11-01 }'),
      says: [],
    },
    {
      title: 'A licence for which it does',
      files: leftPad('licence: { concluded: GPL-2.0-only, modified: false, by: ada, on: 2026-11-01 }'),
      says: [
        'what GPL-2.0-only permits for pkg:npm/left-pad@1.3.0 in viewer depends on how it reaches users and on how it is combined with the product, and nobody has stated that',
      ],
    },
  ],
};

const facts: Readonly<Record<LicenceFact, string>> = {
  licence: 'its licence',
  distribution: 'how it reaches users',
  combination: 'how it is combined with the product',
  modified: 'whether it was changed',
};
