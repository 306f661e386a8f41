import { counted } from '../../base/counted.ts';
import type { Evidence, Question } from '../../model/answer.ts';
import type { ItemEntry } from '../../model/dossier.ts';
import type { Trace } from '../../model/trace.ts';
import { asMissing, isRiskFile, recordFaults } from './as-missing.ts';

/** Question 6: whether the risk file and the SOUP items that matter point at each other. */
export const risksReferenced: Question = {
  id: 6,
  question: 'Does the risk file reference the SOUP items that matter?',
  ask: ({ riskFile, items, trace }, diagnostics) => {
    const matter = items.filter(({ filed }) => filed.record.safetyPath?.on === true);
    const faults = recordFaults(diagnostics, isRiskFile);
    if (riskFile === undefined) {
      return {
        answer: 'not-yet',
        evidence: [],
        missing: faults.length > 0 ? faults : [{ text: 'there is no risk file', place: { file: 'soup/risks.yaml' } }],
      };
    }
    const evidence = [...verified(trace), ...matter.flatMap(contribution)];
    const missing = [...faults, ...asMissing(diagnostics, rules)];
    return { answer: missing.length === 0 ? 'yes' : 'no', evidence, missing };
  },
  next: ({ riskFile }) =>
    riskFile === undefined
      ? 'write soup/risks.yaml, or take it from the risk file with `tureen import risks <file>`'
      : '`tureen trace <id>` shows where the chain of a risk, a control or a test breaks off',
};

/** Every rule about the chain from the hazardous situation to its verification. */
const rules = [
  '62304/safety-path',
  '62304/failure-modes',
  '62304/failure-controls',
  '62304/control-requirement',
  '62304/control-verified',
  '62304/control-result',
  '62304/result-stale',
  '62304/risk-links',
  '62304/risk-source',
  '62304/trace-dangling',
  '62304/risk-orphan',
  '62304/risk-software-item',
  '14971/matrix',
  '14971/risk-estimated',
  '14971/residual-risk',
  'records/draft',
];

function contribution({ filed: { file, record } }: ItemEntry): readonly Evidence[] {
  const risks = [...new Set(record.failureModes.flatMap((mode) => mode.risks))];
  return risks.length === 0
    ? []
    : [{ text: `${record.soup} contributes to ${risks.join(', ')}`, place: { file, keyPath: ['failureModes'] } }];
}

/** How many of the controls have a test that passed with the versions in use. */
function verified({ nodes, links }: Trace): readonly Evidence[] {
  const controls = [...nodes.values()].filter(({ kind }) => kind === 'control');
  const passed = new Set(links.flatMap(({ from, standing }) => (standing?.kind === 'passed' ? [from] : [])));
  const count = controls.filter(({ id }) => passed.has(id)).length;
  if (controls.length === 0) return [];
  const text = `${count} of ${counted(controls.length, 'risk control')} have a test that passed with the versions in use`;
  return [{ text, place: { file: 'soup/verification.yaml' } }];
}
