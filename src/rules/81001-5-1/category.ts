import type { Rule } from '../../model/plugs/rule.ts';
import { inherits } from '../inherits.ts';
import { leftPad } from '../examples/left-pad.ts';

/** Asks for the risk transfer category of each SOUP item: maintained, supported or required. */
export const category: Rule = {
  id: '81001-5-1/category',
  title: 'A SOUP item has a risk transfer category',
  clause: '81001-5-1:4.3',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'item',
  why: 'Who delivers security updates for the item decides which activities of the security life cycle apply to it.',
  help: 'Write `security: { category: maintained, supported or required, reason: … }`.',
  check: ({ filed: { file, record }, inheritance }, dossier) =>
    record.security === undefined && !inherits(inheritance, 'security', dossier)
      ? [{ message: `${record.soup} has no risk transfer category`, place: { file, keyPath: ['security'] } }]
      : [],
  examples: [
    {
      title: 'The category is stated',
      files: leftPad('security: { category: supported, reason: Updates come with the product }'),
      says: [],
    },
    {
      title: 'The category is missing',
      files: leftPad('title: left-pad'),
      says: ['pkg:npm/left-pad has no risk transfer category'],
    },
  ],
};
