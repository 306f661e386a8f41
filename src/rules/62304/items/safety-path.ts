import type { Rule } from '../../../model/plugs/rule.ts';
import { leftPad } from '../../examples/left-pad.ts';

/** Asks whether the failure of a SOUP item can contribute to a hazardous situation. */
export const safetyPath: Rule = {
  id: '62304/safety-path',
  title: 'It is decided whether a SOUP item can contribute to harm',
  clause: '62304:7.1.1',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'item',
  why: 'On the safety path failure modes, figures and anomalies have to be shown; off it, the reason why not is enough.',
  help: 'Write `safetyPath: { on: true or false, reason: … }`.',
  check: ({ filed: { file, record } }) =>
    record.safetyPath === undefined
      ? [
          {
            message: `nobody has decided whether ${record.soup} can contribute to a hazardous situation`,
            place: { file, keyPath: ['safetyPath'] },
          },
        ]
      : [],
  examples: [
    {
      title: 'Decided, with a reason',
      files: leftPad('safetyPath: { on: false, reason: Only pads a column of the log }'),
      says: [],
    },
    {
      title: 'Not decided',
      files: leftPad('title: left-pad'),
      says: ['nobody has decided whether pkg:npm/left-pad can contribute to a hazardous situation'],
    },
  ],
};
