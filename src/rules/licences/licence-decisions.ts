import type { Licensing } from '../../model/licences/licensing.ts';
import type { KeyPlace } from '../../model/place.ts';

/** A line of `soup/licences.yaml` that somebody answers for, and where it stands. */
export type LicenceDecision = {
  readonly line: { readonly by: string; readonly on?: string };
  readonly place: KeyPlace;
};

/** Every line of `soup/licences.yaml` that somebody of the company answers for. */
export function licenceDecisions({ decisions }: Licensing): readonly LicenceDecision[] {
  if (decisions === undefined) return [];
  const { file, record } = decisions;
  const lines = { ...record, licences: [], opinions: [] };
  return Object.entries(lines).flatMap(([key, list]) =>
    list.map((line: LicenceDecision['line'], index: number) => ({ line, place: { file, keyPath: [key, index] } })),
  );
}
