import type { InventoryDiff } from '../inventory/inventory-diff.ts';

/** What two states were compared, as the person named them. */
export type ComparedStates = { readonly before: string; readonly after: string };

/** A plug that writes the difference of two inventories for a machine, or for a page that a machine shows. */
export type DiffExport = {
  /** Named as its file and as the value of `--format`. */
  readonly name: string;
  readonly title: string;
  readonly write: (changes: InventoryDiff, states: ComparedStates) => string;
};
