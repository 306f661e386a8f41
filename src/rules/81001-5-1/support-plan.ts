import type { Rule } from '../../model/plugs/rule.ts';
import { leftPad } from '../examples/left-pad.ts';

/** Asks what is done about an item whose maker mends nothing more, or only some of it. */
export const supportPlan: Rule = {
  id: '81001-5-1/support-plan',
  title: 'There is a plan for an item whose support is limited or has ended',
  clause: '81001-5-1:6.1.1',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'item',
  why: 'Its next vulnerability will have no fix. Whether it is updated, replaced, mended by oneself, or may stay, is decided before that happens.',
  help: 'Write `plan:` under `support:`: update, replacement or the argument why it may stay, with the release or day.',
  check: ({ filed: { file, record }, own }, { today }) => {
    const { support } = record;
    if (own.length === 0 || support === undefined || support.plan !== undefined) return [];
    const { level, until } = support;
    const ended = level === 'end-of-support' || (until !== undefined && until < today);
    return ended || level === 'limited'
      ? [
          {
            message: `support of ${record.soup} ${ended ? 'has ended' : 'is limited'}, and there is no plan`,
            place: { file, keyPath: ['support', 'level'] },
          },
        ]
      : [];
  },
  examples: [
    {
      title: 'Limited, with a plan',
      files: leftPad(
        'support: { level: limited, source: the README, assessed: 2026-11-01, plan: Replaced by padStart in version 1.1 }',
      ),
      says: [],
    },
    {
      title: 'Maintained',
      files: leftPad('support: { level: maintained, source: the README, assessed: 2026-11-01 }'),
      says: [],
    },
    {
      title: 'Ended, and nobody knows what comes next',
      files: leftPad('support: { level: end-of-support, source: the README, assessed: 2026-11-01 }'),
      says: ['support of pkg:npm/left-pad has ended, and there is no plan'],
    },
    {
      title: 'Limited, without a plan',
      files: leftPad('support: { level: limited, source: the README, assessed: 2026-11-01 }'),
      says: ['support of pkg:npm/left-pad is limited, and there is no plan'],
    },
  ],
};
