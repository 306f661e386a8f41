import type { Rule } from '../../../model/plugs/rule.ts';
import { leftPad } from '../../examples/left-pad.ts';

/** Asks what a SOUP item does in this device: the start of every requirement on it. */
export const purpose: Rule = {
  id: '62304/purpose',
  title: 'A SOUP item has a purpose in this device',
  clause: '62304:5.3.3',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'item',
  why: 'What an item is good for in general stands on its home page; what this device uses it for decides which failures matter.',
  help: 'Write `purpose:` in one or two sentences: which function of the device uses it, with which data.',
  check: ({ filed: { file, record } }) =>
    record.purpose === undefined
      ? [{ message: `${record.soup} has no purpose in this device`, place: { file, keyPath: ['purpose'] } }]
      : [],
  examples: [
    {
      title: 'The purpose is stated',
      files: leftPad('purpose: Pads the patient number on the label of an image'),
      says: [],
    },
    {
      title: 'The purpose is missing',
      files: leftPad('title: left-pad'),
      says: ['pkg:npm/left-pad has no purpose in this device'],
    },
  ],
};
