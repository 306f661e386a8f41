import type { Question } from '../../model/answer.ts';
import { asMissing, isRiskFile, recordFaults } from './as-missing.ts';

/** Question 6: whether the risk file and the SOUP items that matter point at each other. */
export const risksReferenced: Question = {
  id: 6,
  question: 'Does the risk file reference the SOUP items that matter?',
  ask: ({ riskFile, items }, diagnostics) => {
    const matter = items.filter(({ filed }) => filed.record.safetyPath?.on === true);
    const faults = recordFaults(diagnostics, isRiskFile);
    if (riskFile === undefined) {
      return {
        answer: 'not-yet',
        evidence: [],
        missing: faults.length > 0 ? faults : [{ text: 'there is no risk file', place: { file: 'soup/risks.yaml' } }],
      };
    }
    const evidence = matter.flatMap(({ filed: { file, record } }) => {
      const risks = [...new Set(record.failureModes.flatMap((mode) => mode.risks))];
      return risks.length === 0
        ? []
        : [{ text: `${record.soup} contributes to ${risks.join(', ')}`, place: { file, keyPath: ['failureModes'] } }];
    });
    const missing = [
      ...faults,
      ...asMissing(diagnostics, ['62304/failure-modes', '62304/risk-links', '62304/safety-path']),
    ];
    return { answer: missing.length === 0 ? 'yes' : 'no', evidence, missing };
  },
};
