import type { Rule } from '../../model/plugs/rule.ts';
import { deliveredAs } from './delivered-as.ts';
import { byDecision, nameFew, ofLicences, usedIn } from './name-few.ts';

/** Asks that nothing ships under a licence that does not permit the way in which it is used. */
export const notAllowed: Rule = {
  id: 'licences/not-allowed',
  title: 'The licence permits how it is used',
  clause: 'reality-check:5',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'Some licences forbid a use, or ask for what no maker wants to give: the source of the whole product.',
  help: 'Use something else, combine it otherwise, or buy a licence; what the company permits all the same stands in soup/licences.yaml under `policy`, with the reason. An aid to decide, no legal advice.',
  check: ({ licensing }) =>
    byDecision(licensing.judged.filter(({ verdict }) => verdict.outcome === 'not-allowed')).map((all) =>
      ofLicences(all, (group) => {
        const [first] = group;
        const reason =
          first.verdict.reasons.find(({ outcome }) => outcome === 'not-allowed') ?? first.verdict.reasons[0];
        return {
          message: `${first.verdict.expression} does not permit the use of ${nameFew(group)} in ${usedIn(first)}: ${reason?.why ?? ''} (rule ${reason?.rules.join(', ') ?? ''})`,
          place: first.decideAt,
        };
      }),
    ),
  examples: [
    {
      title: 'A program of its own beside the product',
      files: deliveredAs('container', 'concluded: GPL-2.0-only, combination: separate-process, modified: false'),
      says: [],
    },
    {
      title: 'The same inside the program',
      files: deliveredAs('container', 'concluded: GPL-2.0-only, combination: static'),
      says: [
        'GPL-2.0-only does not permit the use of pkg:npm/left-pad@1.3.0 in viewer (container, static): With code of one’s own it makes one work, and all of that work would have to be given away under this licence. (rule copyleft-one-work)',
      ],
    },
    {
      title: 'A licence that forbids commercial use',
      files: deliveredAs('container', 'concluded: CC-BY-NC-4.0'),
      says: [
        'CC-BY-NC-4.0 does not permit the use of pkg:npm/left-pad@1.3.0 in viewer (container): It forbids commercial use, and a medical device is one. (rule non-commercial)',
      ],
    },
    {
      title: 'The company permits it, with a reason',
      files: {
        ...deliveredAs('container', 'concluded: CC-BY-NC-4.0'),
        'soup/licences.yaml':
          'policy:\n  - { licences: [CC-BY-NC-4.0], verdict: allowed, reason: The author agreed in writing, by: ada, on: 2026-11-01 }\n',
      },
      says: [],
    },
  ],
};
