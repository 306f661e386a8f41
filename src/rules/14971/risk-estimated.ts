import { rateRisk } from '../../base/risk/rate-risk.ts';
import type { RiskMatrix } from '../../model/risks/risk-matrix.ts';
import type { Problem, Rule } from '../../model/plugs/rule.ts';
import { estimates, type Estimated } from '../estimates.ts';
import { failureModeWith } from '../examples/failure-mode-with.ts';
import { soundMatrix } from '../examples/matrix-with.ts';
import { riskFileWith } from '../examples/risk-file-with.ts';

const one = '{ severity: S1, probability: P1 }';
const risk = riskFileWith(`before: ${one}\nafter: ${one}`);

/** Asks for an estimate of each failure mode and risk, before and after its controls, by levels of the matrix. */
export const riskEstimated: Rule = {
  id: '14971/risk-estimated',
  title: 'Each failure mode and risk is estimated, before and after its controls',
  clause: '14971:5.5',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'Whether a risk is acceptable follows from its severity and probability by the matrix. Nothing follows from what nobody estimated.',
  help: 'Write `before:` and `after:` with severity, and p1 and p2 or probability, as levels of riskMatrix in tureen.yaml.',
  check: (dossier) => {
    const given = dossier.device.record.riskMatrix;
    return given === undefined ? [] : estimates(dossier).flatMap((estimated) => problems(estimated, given));
  },
  examples: [
    {
      title: 'Both are estimated',
      files: { ...soundMatrix, ...risk, ...failureModeWith(`before: ${one}\nafter: ${one}`) },
      says: [],
    },
    {
      title: 'Nothing is estimated after the controls',
      files: { ...soundMatrix, ...risk, ...failureModeWith(`before: ${one}`) },
      says: ['failure mode FM-1 is not estimated with its controls'],
    },
    {
      title: 'A level that the matrix does not have',
      files: {
        ...soundMatrix,
        ...risk,
        ...failureModeWith(`before: { severity: S9, probability: P2 }\nafter: { severity: S1, p1: O1, p2: H1 }`),
      },
      says: [
        'failure mode FM-1 is estimated by severity S9, which the matrix does not have',
        'failure mode FM-1 is estimated by p1 O1, p2 H1, which the matrix does not have',
      ],
    },
  ],
};

function problems({ name, before, after, at }: Estimated, given: RiskMatrix): readonly Problem[] {
  return [
    { key: 'before', estimate: before, when: 'without its controls' },
    { key: 'after', estimate: after, when: 'with its controls' },
  ].flatMap(({ key, estimate, when }) => {
    if (estimate === undefined) return [{ message: `${name} is not estimated ${when}`, place: at('id') }];
    const rating = rateRisk(given, estimate);
    return 'unknown' in rating
      ? [
          {
            message: `${name} is estimated by ${rating.unknown.join(', ')}, which the matrix does not have`,
            place: at(key),
          },
        ]
      : [];
  });
}
