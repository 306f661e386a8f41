import { quote } from '../../base/quote.ts';
import { readSpdxExpression } from '../../base/licences/read-spdx-expression.ts';
import type { KeyPath } from '../../model/place.ts';
import type { Rule } from '../../model/plugs/rule.ts';
import { packagesOf } from '../packages-of.ts';

const file = (lines: string) => ({ 'soup/licences.yaml': lines });
const decided = 'reason: Read in its LICENSE, by: ada, on: 2026-11-01';

/** Asks that each decision on licences means something that is there, in words that mean one thing. */
export const decisionUnused: Rule = {
  id: 'licences/decision-unused',
  title: 'A decision on licences is about something, in SPDX',
  clause: 'reality-check:5',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'device',
  why: 'A misspelt pattern or licence looks like a decision and has no effect.',
  help: 'Correct it, or take the line out when what it was about is gone.',
  restsOn: ['inventory'],
  check: (dossier) => {
    const { decisions } = dossier.licensing;
    if (decisions === undefined) return [];
    const { conclusions, choices, opinions, obligations, policy } = decisions.record;
    const at = (...keyPath: KeyPath) => ({ file: decisions.file, keyPath });
    const patterns = [
      ...conclusions.map(({ packages }, index) => ({ packages, place: at('conclusions', index, 'packages') })),
      ...choices.map(({ packages }, index) => ({ packages, place: at('choices', index, 'packages') })),
      ...opinions.flatMap((line, index) =>
        line.packages.map((packages, position) => ({ packages, place: at('opinions', index, 'packages', position) })),
      ),
      ...obligations.flatMap(({ packages }, index) =>
        packages === undefined ? [] : [{ packages, place: at('obligations', index, 'packages') }],
      ),
    ];
    const expressions = [
      ...conclusions.map(({ concluded }, index) => ({ text: concluded, place: at('conclusions', index, 'concluded') })),
      ...choices.map(({ chosen }, index) => ({ text: chosen, place: at('choices', index, 'chosen') })),
      ...policy.flatMap(({ licences = [] }, index) =>
        licences.map((text, position) => ({ text, place: at('policy', index, 'licences', position) })),
      ),
    ];
    return [
      ...patterns
        .filter(({ packages }) => packagesOf(dossier.entries)(packages).length === 0)
        .map(({ packages, place }) => ({
          message: `nothing in the inventory is ${quote(packages)}, so this decides nothing`,
          place,
        })),
      ...expressions.flatMap(({ text, place }) =>
        readSpdxExpression(text)
          .problems.slice(0, 1)
          .map(({ message, help, offset }) => ({
            message: `${quote(text)}: ${message}, at character ${offset + 1}`,
            help,
            place,
          })),
      ),
    ];
  },
  examples: [
    {
      title: 'It is about a package that is there',
      files: file(`conclusions:\n  - { packages: pkg:npm/left-pad, concluded: WTFPL, ${decided} }\n`),
      says: [],
    },
    {
      title: 'It is about a package that is gone',
      files: file(`conclusions:\n  - { packages: pkg:npm/leftpad, concluded: WTFPL, ${decided} }\n`),
      says: ['nothing in the inventory is "pkg:npm/leftpad", so this decides nothing'],
    },
    {
      title: 'Its licence is a way of speaking',
      files: file(`conclusions:\n  - { packages: pkg:npm/left-pad, concluded: MIT or BSD, ${decided} }\n`),
      says: ['"MIT or BSD": "BSD" is no identifier of the SPDX licence list, at character 8'],
    },
  ],
};
