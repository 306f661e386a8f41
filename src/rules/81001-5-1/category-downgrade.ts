import { riskTransferCategories } from '../../model/records/risk-transfer.ts';
import type { Problem, Rule } from '../../model/plugs/rule.ts';
import { leftPad } from '../examples/left-pad.ts';

const now = 'category: required, reason: The hospital brings it';

/** Asks why the manufacturer of the device does less for the security of an item than before, and who decided that. */
export const categoryDowngrade: Rule = {
  id: '81001-5-1/category-downgrade',
  title: 'A lower risk transfer category has a reason and an author',
  clause: '81001-5-1:4.3',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'item',
  why: 'Each step down hands security work to somebody else. An auditor looks for items that were called “required” to be rid of it.',
  help: 'Write `reason:` and `by:` for the change under `history:` of `security:`: what changed in the product, and who takes over.',
  check: ({ filed: { file, record } }) =>
    (record.security?.history ?? []).flatMap(({ from, to, reason, by }, index): readonly Problem[] => {
      if (riskTransferCategories.indexOf(to) <= riskTransferCategories.indexOf(from)) return [];
      const missing = [...(reason === undefined ? ['a reason'] : []), ...(by === undefined ? ['an author'] : [])];
      if (missing.length === 0) return [];
      const message = `${record.soup} went down from ${from} to ${to} without ${missing.join(' and ')}`;
      return [{ message, place: { file, keyPath: ['security', 'history', index] } }];
    }),
  examples: [
    {
      title: 'Down, with reason and author',
      files: leftPad(
        `security: { ${now}, history: [{ from: maintained, to: required, on: 2026-11-01, by: ada, reason: No longer shipped }] }`,
      ),
      says: [],
    },
    {
      title: 'Up, which hands nothing over',
      files: leftPad(
        'security: { category: maintained, reason: Shipped now, history: [{ from: required, to: maintained, on: 2026-11-01 }] }',
      ),
      says: [],
    },
    {
      title: 'Down, and nobody knows why',
      files: leftPad(`security: { ${now}, history: [{ from: supported, to: required, on: 2026-11-01 }] }`),
      says: ['pkg:npm/left-pad went down from supported to required without a reason and an author'],
    },
  ],
};
