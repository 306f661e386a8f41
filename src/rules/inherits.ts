import type { ItemInheritance } from '../model/item-inheritance.ts';
import type { Inheritable } from '../model/records/inheritance.ts';

/** Whether a judgement holds for an item by the record of another. */
export function inherits({ held }: ItemInheritance, judgement: Inheritable): boolean {
  return held.has(judgement);
}
