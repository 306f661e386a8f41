import type { ItemEntry } from '../../model/dossier.ts';
import type { Inheritable } from '../../model/records/inheritance.ts';
import type { SoupItem } from '../../model/records/soup-item.ts';

/** A judgement that holds for an item, and the package whose record it is inherited from. */
export type JudgementOf<Key extends Inheritable> = {
  readonly stated: NonNullable<SoupItem[Key]>;
  readonly from: string | undefined;
};

/** The judgement that holds for an item: its own, or that of the record which it inherits from. */
export function judgementOf<Key extends Inheritable>(
  { filed, inheritance }: Pick<ItemEntry, 'filed' | 'inheritance'>,
  key: Key,
): JudgementOf<Key> | undefined {
  const held = inheritance.held.get(key);
  const stated = (held?.holder ?? filed).record[key];
  return stated === undefined || stated === null ? undefined : { stated, from: held?.holder.record.soup };
}
