import type { Rule } from '../../../model/plugs/rule.ts';
import { leftPad } from '../../examples/left-pad.ts';

/** Asks for the manufacturer of each SOUP item; for open source that is the project or foundation behind it. */
export const manufacturer: Rule = {
  id: '62304/manufacturer',
  title: 'A SOUP item names its manufacturer',
  clause: '62304:8.1.2',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'item',
  why: 'Somebody makes every SOUP item. Open source has a manufacturer too: the project, foundation or company that publishes it.',
  help: 'Write `manufacturer: { name: …, kind: project, source: … }`; the source says where it is known from.',
  check: ({ filed: { file, record } }) =>
    record.manufacturer === undefined
      ? [{ message: `${record.soup} has no manufacturer`, place: { file, keyPath: ['manufacturer'] } }]
      : [],
  examples: [
    {
      title: 'The project is named',
      files: leftPad('manufacturer: { name: left-pad project, kind: project }'),
      says: [],
    },
    { title: 'Nobody is named', files: leftPad('title: left-pad'), says: ['pkg:npm/left-pad has no manufacturer'] },
  ],
};
