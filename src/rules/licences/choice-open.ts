import type { Rule } from '../../model/plugs/rule.ts';
import { leftPad } from '../examples/left-pad.ts';
import { nameFew, ofLicences } from './name-few.ts';

/** Asks that a person chose between licences that do not oblige to the same; the rules looked at the milder one only. */
export const choiceOpen: Rule = {
  id: 'licences/choice-open',
  title: 'Of alternative licences one is chosen',
  clause: 'reality-check:5',
  classes: ['A', 'B', 'C'],
  severity: 'note',
  subject: 'device',
  why: 'OR lets the user choose. Until somebody has, it is not said which terms are kept.',
  help: 'Write the choice under `choices` in soup/licences.yaml, or conclude the chosen licence in the record.',
  restsOn: ['soup-item', 'licences'],
  check: ({ licensing }) => {
    const open = licensing.judged.filter(({ verdict }) => verdict.choices.length > 0);
    return [...Map.groupBy(open, ({ licence }) => licence.text)].flatMap(([text, [one, ...more]]) =>
      one === undefined
        ? []
        : ofLicences([one, ...more], (group) => {
            const [first] = group;
            const taken = first.verdict.choices.map((choice) => choice.taken).join(', ');
            return {
              message: `${text} of ${nameFew(group)} leaves a choice that nobody has made; looked at was ${taken}`,
              place: first.decideAt,
            };
          }),
    );
  },
  examples: [
    {
      title: 'It is open',
      files: leftPad('licence: { concluded: GPL-3.0-only OR MIT, by: ada, on: 2026-11-01 }'),
      says: ['GPL-3.0-only OR MIT of pkg:npm/left-pad@1.3.0 leaves a choice that nobody has made; looked at was MIT'],
    },
    {
      title: 'It is recorded',
      files: {
        ...leftPad('licence: { concluded: GPL-3.0-only OR MIT, by: ada, on: 2026-11-01 }'),
        'soup/licences.yaml':
          'choices:\n  - { packages: pkg:npm/left-pad, between: GPL-3.0-only OR MIT, chosen: MIT, reason: It asks for less, by: ada, on: 2026-11-01 }\n',
      },
      says: [],
    },
  ],
};
