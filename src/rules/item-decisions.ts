import type { ItemEntry } from '../model/dossier.ts';
import type { SoupItem } from '../model/records/soup-item.ts';
import type { KeyPath, KeyPlace } from '../model/place.ts';

/** Who records of SOUP items say judged something, and on which days, each with its place. */
export type ItemDecisions = {
  readonly persons: readonly { readonly id: string; readonly place: KeyPlace }[];
  readonly days: readonly { readonly day: string; readonly place: KeyPlace }[];
};

/** Collects persons and days of every judgement in the records of SOUP items but those about published anomalies. */
export function itemDecisions(items: readonly ItemEntry[]): ItemDecisions {
  const named = items.flatMap(({ filed: { file, record } }) =>
    decisionsIn(record).flatMap(({ keys, by, on, assessed }) => [
      { id: by, place: { file, keyPath: [...keys, 'by'] } },
      { day: on, place: { file, keyPath: [...keys, 'on'] } },
      { day: assessed, place: { file, keyPath: [...keys, 'assessed'] } },
    ]),
  );
  const owners = items.map(({ filed: { file, record } }) => ({
    id: record.owner,
    place: { file, keyPath: ['owner'] },
  }));
  return {
    persons: [...owners, ...named].flatMap((one) =>
      'id' in one && one.id !== undefined ? [{ id: one.id, place: one.place }] : [],
    ),
    days: named.flatMap((one) => ('day' in one && one.day !== undefined ? [{ day: one.day, place: one.place }] : [])),
  };
}

type Decision = {
  readonly keys: KeyPath;
  readonly by?: string | undefined;
  readonly on?: string;
  readonly assessed?: string;
};

function decisionsIn({ approved, cpe = [], documentation, licence, security, support }: SoupItem): readonly Decision[] {
  return [
    ...(licence === undefined ? [] : [{ keys: ['licence'], by: licence.by, on: licence.on }]),
    ...(documentation === undefined ? [] : [{ keys: ['documentation'], by: documentation.by, on: documentation.on }]),
    ...(support === undefined ? [] : [{ keys: ['support'], assessed: support.assessed }]),
    ...(support?.history ?? []).map(({ assessed }, index) => ({ keys: ['support', 'history', index], assessed })),
    ...(security?.history ?? []).map(({ by, on }, index) => ({ keys: ['security', 'history', index], by, on })),
    ...cpe.map(({ by, on }, index) => ({ keys: ['cpe', index], by, on })),
    ...approved.map(({ by, on }, index) => ({ keys: ['approved', index], by, on })),
  ];
}
