import { UsageError } from '../../base/errors.ts';
import { diffExports } from '../../exports/diffs/index.ts';
import type { ComparedStates } from '../../model/plugs/diff-export.ts';
import type { InventoryDiff } from '../../model/inventory/inventory-diff.ts';

/** Writes a difference in a machine format. Throws `UsageError` when there is no such format. */
export function describeDiff(changes: InventoryDiff, states: ComparedStates, format: string): string {
  const found = diffExports.find(({ name }) => name === format);
  if (found !== undefined) return found.write(changes, states);
  const known = diffExports.map(({ name }) => name).join(', ');
  throw new UsageError(`a difference has no format "${format}"`, `The formats are ${known}.`);
}
