import type { Finding } from '../../model/anomalies/evaluation.ts';

type Record = Finding['records'][number];

/** Names the records of a finding: by id, and where several feeds bring one of the same id, by feed and id. */
export function nameRecords(records: readonly Record[]): ReadonlyMap<Record, string> {
  const byId = Map.groupBy(records, ({ id }) => id);
  return new Map(records.map((one) => [one, (byId.get(one.id)?.length ?? 0) > 1 ? fullName(one) : one.id]));
}

/** A record by its feed and id. */
export function fullName({ feed, id }: Record): string {
  return feed === undefined ? id : `${feed}/${id}`;
}
