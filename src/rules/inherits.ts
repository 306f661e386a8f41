import type { Dossier } from '../model/dossier.ts';
import type { ItemInheritance } from '../model/item-inheritance.ts';
import type { Inheritable } from '../model/records/inheritance.ts';

/**
 * Whether a judgement holds for an item by the record of another, or may: the record that it names may be the one that
 * cannot be read, which is told of that file.
 */
export function inherits(
  { held, faults }: ItemInheritance,
  judgement: Inheritable,
  { unread }: Pick<Dossier, 'unread'>,
): boolean {
  if (held.has(judgement)) return true;
  const isLost = faults.some((fault) => fault.kind === 'no-record' && fault.judgement === judgement);
  return isLost && unread.some(({ kind }) => kind === 'soup-item');
}
