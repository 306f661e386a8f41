import { asksLeast } from '../base/classes/asks-least.ts';
import type { Dossier } from '../model/dossier.ts';
import type { KeyPlace } from '../model/place.ts';
import type { FailureControl, RiskControl } from '../model/risks/risk-control.ts';
import { onlyClassA } from './only-class-a.ts';

/** A control, what it controls, and its place. */
export type ControlEntry = {
  readonly control: FailureControl | RiskControl;
  readonly of: string;
  readonly place: KeyPlace;
};

/** The controls of the failure modes of items of class B and C, and those of the risk file. */
export function controlEntries(dossier: Dossier): readonly ControlEntry[] {
  if (onlyClassA(dossier)) return [];
  const { items, riskFile } = dossier;
  const ofItems = items
    .filter((item) => !asksLeast(item.class))
    .flatMap(({ filed: { file, record } }) =>
      record.failureModes.flatMap(({ id, controls }, index) =>
        controls.map((control, position) => ({
          control,
          of: `failure mode ${id}`,
          place: { file, keyPath: ['failureModes', index, 'controls', position, 'id'] },
        })),
      ),
    );
  const ofRisks = (riskFile?.record.risks ?? []).flatMap(({ id, controls }, index) =>
    controls.map((control, position) => ({
      control,
      of: id,
      place: { file: riskFile?.file ?? '', keyPath: ['risks', index, 'controls', position, 'id'] },
    })),
  );
  return [...ofItems, ...ofRisks];
}
