import { asksLeast } from '../base/classes/asks-least.ts';
import type { Dossier } from '../model/dossier.ts';
import type { KeyPath, KeyPlace } from '../model/place.ts';
import type { FailureControl, RiskControl } from '../model/risks/risk-control.ts';
import type { RiskEstimate } from '../model/risks/risk-matrix.ts';

/** What is estimated: a failure mode of an item of class B or C, or an entry of the risk file. */
export type Estimated = {
  /** Such as `failure mode FM-1` or `RISK-1`. */
  readonly name: string;
  readonly before: RiskEstimate | undefined;
  readonly after: RiskEstimate | undefined;
  readonly controls: readonly (FailureControl | RiskControl)[];
  readonly at: (...keys: KeyPath) => KeyPlace;
};

/** Everything that a risk matrix estimates. */
export function estimates({ items, riskFile }: Dossier): readonly Estimated[] {
  const failures = items
    .filter((item) => !asksLeast(item.class))
    .flatMap(({ filed: { file, record } }) =>
      record.failureModes.map(({ id, before, after, controls }, index) => ({
        name: `failure mode ${id}`,
        before,
        after,
        controls,
        at: (...keys: KeyPath) => ({ file, keyPath: ['failureModes', index, ...keys] }),
      })),
    );
  const risks = (riskFile?.record.risks ?? []).map(({ id, before, after, controls }, index) => ({
    name: id,
    before,
    after,
    controls,
    at: (...keys: KeyPath) => ({ file: riskFile?.file ?? '', keyPath: ['risks', index, ...keys] }),
  }));
  return [...failures, ...risks];
}
