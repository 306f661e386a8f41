import type { Rule } from '../../../model/plugs/rule.ts';
import { leftPad } from '../../examples/left-pad.ts';

const lacking =
  'documents: [README of 1.3.0], adequate: false, reason: It does not say what longer texts become, by: ada, on: 2026-11-01';

/** Asks what makes up for documentation that was found not to be good enough. */
export const documentationLacking: Rule = {
  id: '62304/documentation-lacking',
  title: 'Something makes up for documentation that is not good enough',
  clause: '62304:5.3.3',
  classes: ['B', 'C'],
  severity: 'warning',
  subject: 'item',
  why: 'A requirement that rests on no document rests on a guess. Tests of the behaviour in question, or its source that somebody has read, take the place of the document.',
  help: 'Write `compensation:` under `documentation:`: the tests, the source that was read, or the answer of the manufacturer.',
  check: ({ filed: { file, record } }) =>
    record.documentation?.adequate === false && record.documentation.compensation === undefined
      ? [
          {
            message: `nothing makes up for the documentation of ${record.soup}, which is not good enough`,
            place: { file, keyPath: ['documentation'] },
          },
        ]
      : [],
  examples: [
    {
      title: 'A test makes up for it',
      files: leftPad(`documentation: { ${lacking}, compensation: TEST-PAD-4 pads texts that are too long }`),
      says: [],
    },
    {
      title: 'Nothing makes up for it',
      files: leftPad(`documentation: { ${lacking} }`),
      says: ['nothing makes up for the documentation of pkg:npm/left-pad, which is not good enough'],
    },
  ],
};
