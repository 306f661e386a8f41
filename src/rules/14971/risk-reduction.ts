import { isWorse, rateRisk } from '../../base/risk/rate-risk.ts';
import type { RiskMatrix } from '../../model/risks/risk-matrix.ts';
import type { Problem, Rule } from '../../model/plugs/rule.ts';
import { estimates, type Estimated } from '../estimates.ts';
import { failureModeWith } from '../examples/failure-mode-with.ts';
import { soundMatrix } from '../examples/matrix-with.ts';

const high = '{ severity: S2, probability: P2 }';
const low = '{ severity: S2, probability: P1 }';
const control = (kind: string) => `controls:\n  - { id: RC-1, kind: ${kind}, text: The label is compared }`;

/** Asks that a risk gets smaller by controls that can make it smaller. */
export const riskReduction: Rule = {
  id: '14971/risk-reduction',
  title: 'A risk gets smaller by controls, and not by information alone',
  clause: '14971:7.1',
  classes: ['B', 'C'],
  severity: 'warning',
  subject: 'device',
  why: 'Safe design comes first, then protective measures, then information. That users read a warning is no ground for a lower estimate by itself.',
  help: 'Add a control by design or a protective one, or estimate the risk as high after the controls as before them.',
  check: (dossier) => {
    const given = dossier.device.record.riskMatrix;
    return given === undefined ? [] : estimates(dossier).flatMap((estimated) => problems(estimated, given));
  },
  examples: [
    {
      title: 'A protective control lowers the probability',
      files: { ...soundMatrix, ...failureModeWith(`before: ${high}\nafter: ${low}\n${control('protective')}`) },
      says: [],
    },
    {
      title: 'Information alone',
      files: { ...soundMatrix, ...failureModeWith(`before: ${high}\nafter: ${low}\n${control('information')}`) },
      says: ['failure mode FM-1 is estimated lower with its controls, which only inform'],
    },
    {
      title: 'No control at all',
      files: { ...soundMatrix, ...failureModeWith(`before: ${high}\nafter: ${low}`) },
      says: ['failure mode FM-1 is estimated lower with its controls, and has none'],
    },
    {
      title: 'Worse than before',
      files: { ...soundMatrix, ...failureModeWith(`before: ${low}\nafter: ${high}\n${control('protective')}`) },
      says: ['failure mode FM-1 is estimated worse with its controls than without'],
    },
  ],
};

function problems({ name, before, after, controls, at }: Estimated, given: RiskMatrix): readonly Problem[] {
  if (before === undefined || after === undefined) return [];
  const [first, then] = [rateRisk(given, before), rateRisk(given, after)];
  if ('unknown' in first || 'unknown' in then) return [];
  const say = (what: string) => [{ message: `${name} is estimated ${what}`, place: at('after') }];
  if (isWorse(given, then, first)) return say('worse with its controls than without');
  if (!isWorse(given, first, then)) return [];
  if (controls.length === 0) return say('lower with its controls, and has none');
  return controls.every(({ kind }) => kind === 'information') ? say('lower with its controls, which only inform') : [];
}
