import type { ItemEntry } from '../model/dossier.ts';
import type { KeyPlace } from '../model/place.ts';

/** Who decided something about published anomalies, on which day, and where it stands. */
export type AnomalyDecision = {
  readonly by: string | undefined;
  readonly on: string | undefined;
  readonly at: KeyPlace;
};

/** Arguments that nothing is published, samples, and dispositions of the items. */
export function anomalyDecisions(items: readonly ItemEntry[]): readonly AnomalyDecision[] {
  return items.flatMap(({ filed: { file, record }, anomalies: { dispositions } }) => [
    ...record.anomalySources.flatMap((source, index) => {
      const at = { file, keyPath: ['anomalySources', index] };
      if (source.kind === 'unpublished') return [{ by: source.by, on: source.on, at }];
      if (source.kind !== 'attachment') return [];
      return [
        { by: undefined, on: source.received, at },
        ...(source.evaluated === undefined ? [] : [{ ...source.evaluated, at }]),
      ];
    }),
    ...(dispositions?.record.sample === undefined
      ? []
      : [{ ...dispositions.record.sample, at: { file: dispositions.file, keyPath: ['sample'] } }]),
    ...(dispositions?.record.dispositions ?? []).map(({ by, on }, index) => ({
      by,
      on,
      at: { file: dispositions?.file ?? file, keyPath: ['dispositions', index] },
    })),
  ]);
}
