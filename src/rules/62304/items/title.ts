import type { Rule } from '../../../model/plugs/rule.ts';
import { leftPad } from '../../examples/left-pad.ts';

/** Asks for the title of each SOUP item: the name that people know it by. */
export const title: Rule = {
  id: '62304/title',
  title: 'A SOUP item has a title',
  clause: '62304:8.1.2',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'item',
  why: 'A reader of the SOUP list knows NumPy, not pkg:pypi/numpy. Title, manufacturer and version together identify SOUP.',
  help: 'Write `title:` with the name that its manufacturer uses.',
  check: ({ filed: { file, record } }) =>
    record.title === undefined ? [{ message: `${record.soup} has no title`, place: { file, keyPath: ['title'] } }] : [],
  examples: [
    { title: 'The name is given', files: leftPad('title: left-pad'), says: [] },
    { title: 'Only the package URL is given', files: leftPad(''), says: ['pkg:npm/left-pad has no title'] },
  ],
};
