import { rateRisk } from '../../base/risk/rate-risk.ts';
import type { Problem, Rule } from '../../model/plugs/rule.ts';
import type { Risk } from '../../model/risks/risk-file.ts';
import type { RiskZone } from '../../model/risks/risk-matrix.ts';
import { soundMatrix } from '../examples/matrix-with.ts';
import { riskFileWith } from '../examples/risk-file-with.ts';

const left = (probability: string, more: string) => ({
  ...soundMatrix,
  ...riskFileWith(`after: { severity: S2, probability: ${probability} }\n${more}`),
});

/** Asks who accepted what is left of a risk, where the matrix does not accept it by itself. */
export const residualRisk: Rule = {
  id: '14971/residual-risk',
  title: 'What is left of a risk is accepted by somebody',
  clause: '14971:7.3',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'A residual risk outside of the acceptable zone needs a person who answers for it; an unacceptable one needs a benefit that outweighs it.',
  help: 'Write `accepted: { by: …, on: …, reason: … }`, with `benefit:` for an unacceptable one, or add controls.',
  check: ({ device, riskFile }) => {
    const matrix = device.record.riskMatrix;
    if (matrix === undefined || riskFile === undefined) return [];
    return riskFile.record.risks.flatMap((risk, index) => {
      const rating = risk.after && rateRisk(matrix, risk.after);
      if (rating === undefined || 'unknown' in rating) return [];
      const lack = lackOf(risk, rating.zone);
      const place = { file: riskFile.file, keyPath: ['risks', index, 'after'] };
      return lack === undefined ? [] : [{ message: `${risk.id} is left ${quoted(rating.zone)}, and ${lack}`, place }];
    }) satisfies readonly Problem[];
  },
  examples: [
    {
      title: 'Accepted with a reason',
      files: left('P1', 'accepted: { by: ada, on: 2026-11-01, reason: The physician compares the label }'),
      says: [],
    },
    {
      title: 'Accepted by nobody',
      files: left('P1', ''),
      says: ['RISK-1 is left "To be justified", and nobody accepted it'],
    },
    {
      title: 'Accepted without a reason',
      files: left('P1', 'accepted: { by: ada, on: 2026-11-01 }'),
      says: ['RISK-1 is left "To be justified", and no reason is given'],
    },
    {
      title: 'Unacceptable, and no benefit',
      files: left('P2', 'accepted: { by: ada, on: 2026-11-01, reason: Rarely }'),
      says: ['RISK-1 is left "Unacceptable", and no benefit is named that outweighs it'],
    },
  ],
};

function quoted({ name }: RiskZone): string {
  return `"${name}"`;
}

function lackOf({ accepted }: Risk, { acceptable }: RiskZone): string | undefined {
  if (acceptable === 'always') return undefined;
  if (accepted === undefined) return 'nobody accepted it';
  if (accepted.reason === undefined) return 'no reason is given';
  return acceptable === 'with-benefit' && accepted.benefit === undefined
    ? 'no benefit is named that outweighs it'
    : undefined;
}
