import type { Rule } from '../../model/plugs/rule.ts';
import { inherits } from '../inherits.ts';
import { leftPad } from '../left-pad.ts';

/** Asks whether the manufacturer of a SOUP item still supports it; unknown is an answer, silence is none. */
export const support: Rule = {
  id: '81001-5-1/support',
  title: 'The support of a SOUP item is assessed',
  clause: '81001-5-1:4.1.5',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'item',
  why: 'For an item that nobody maintains no fix will come. “unknown” is an honest answer once somebody has looked.',
  help: 'Write `support: { level: …, source: …, assessed: … }`, with `until:` where an end of support is announced.',
  check: ({ filed: { file, record }, inheritance }, { today }) => {
    if (inherits(inheritance, 'support')) return [];
    if (record.support === undefined)
      return [
        { message: `nobody has assessed whether ${record.soup} is supported`, place: { file, keyPath: ['support'] } },
      ];
    const { until, level, reason } = record.support;
    if (level === 'withheld' && reason === undefined)
      return [
        {
          message: `support of ${record.soup} is withheld, and it is not said why, or who was asked`,
          place: { file, keyPath: ['support', 'level'] },
          help: 'Write `reason:`; where nobody knows, the level is `unknown`, which is something else.',
        },
      ];
    return until !== undefined && until < today
      ? [
          {
            message: `support of ${record.soup} ended on ${until}`,
            place: { file, keyPath: ['support', 'until'] },
            help: 'Plan an update or a replacement, or argue why none is needed.',
          },
        ]
      : [];
  },
  examples: [
    {
      title: 'Assessed, with a source',
      files: leftPad('support: { level: unknown, source: the package page, assessed: 2026-11-01 }'),
      says: [],
    },
    {
      title: 'Not assessed',
      files: leftPad('title: left-pad'),
      says: ['nobody has assessed whether pkg:npm/left-pad is supported'],
    },
    {
      title: 'The manufacturer does not tell, and somebody asked',
      files: leftPad(
        'support: { level: withheld, reason: Told to holders of a contract alone, source: mail of 2026-10-30, assessed: 2026-11-01 }',
      ),
      says: [],
    },
    {
      title: 'Withheld, without a word why',
      files: leftPad('support: { level: withheld, source: the package page, assessed: 2026-11-01 }'),
      says: ['support of pkg:npm/left-pad is withheld, and it is not said why, or who was asked'],
    },
    {
      title: 'Support has ended',
      files: leftPad(
        'support: { level: end-of-support, until: 2024-06-30, source: the package page, assessed: 2026-11-01 }',
      ),
      says: ['support of pkg:npm/left-pad ended on 2024-06-30'],
    },
  ],
};
