import type { Rule } from '../../model/plugs/rule.ts';
import { inherits } from '../inherits.ts';
import { leftPad } from '../examples/left-pad.ts';
import { sealedLock } from '../examples/sealed-lock.ts';
import { withSupport } from '../examples/with-finding.ts';

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
  check: ({ filed: { file, record }, own, inheritance }, dossier) => {
    const { today, evaluation } = dossier;
    if (inherits(inheritance, 'support', dossier)) return [];
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
    const ended = (text: string, key: string) => ({
      message: `support of ${text}`,
      place: { file, keyPath: ['support', key] },
      help: 'Plan an update or a replacement, or argue why none is needed.',
    });
    if (until !== undefined) return until < today ? [ended(`${record.soup} ended on ${until}`, 'until')] : [];
    const listed = 'evaluation' in evaluation ? (evaluation.evaluation.support ?? []) : [];
    const purls = new Set(own.map(({ component }) => component.purl));
    return listed.flatMap(({ component, product, cycle, endOfLife }) => {
      const isOver = endOfLife === true || (typeof endOfLife === 'string' && endOfLife < today);
      if (!isOver || level === 'end-of-support' || !purls.has(component)) return [];
      const by = `the list for ${[product, cycle].filter(Boolean).join(' ')}`;
      const when = endOfLife === true ? 'has ended' : `ended on ${endOfLife}`;
      return [ended(`${component} ${when}, as ${by} says; its record says "${level}"`, 'level')];
    });
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
      title: 'A list says that support has ended, and the record says that it goes on',
      files: {
        ...withSupport('2026-10-01'),
        ...leftPad('support: { level: maintained, source: the package page, assessed: 2026-11-01 }'),
      },
      says: [
        'support of pkg:npm/left-pad@1.3.0 ended on 2026-10-01, as the list for left-pad 1.3 says; its record says "maintained"',
      ],
    },
    {
      title: 'A list says that support has ended, and so does the record',
      files: {
        ...withSupport('2026-10-01'),
        ...leftPad('support: { level: end-of-support, source: the package page, assessed: 2026-11-01 }'),
      },
      says: [],
    },
    {
      title: 'A list says so of another package',
      files: {
        ...sealedLock({ support: [{ component: 'pkg:npm/tap-mini@1.0.0', product: 'tap-mini', endOfLife: true }] }),
        ...leftPad('support: { level: maintained, source: the package page, assessed: 2026-11-01 }'),
      },
      says: [],
    },
    {
      title: 'A list says that today is the last day',
      files: {
        ...withSupport('2026-11-15'),
        ...leftPad('support: { level: maintained, source: the package page, assessed: 2026-11-01 }'),
      },
      says: [],
    },
    {
      title: 'Today is the last day',
      files: leftPad(
        'support: { level: maintained, until: 2026-11-15, source: the package page, assessed: 2026-11-01 }',
      ),
      says: [],
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
