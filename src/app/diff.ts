import { compareInventories } from '../dossier/inventory/compare-inventories.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { InventoryDiff } from '../model/inventory/inventory-diff.ts';
import type { Host } from './host.ts';
import { scan } from './scan.ts';

/** What differs between two states of a product, and what could not be read of either. */
export type Diff = {
  readonly changes: InventoryDiff;
  readonly diagnostics: readonly Diagnostic[];
  /** False when a state holds nothing or an input of it was not understood: more may differ than is told. */
  readonly complete: boolean;
};

/** Compares the inventories of two states; without the second one, the first with the folder as it is. */
export async function diff(host: Host, before: string, after: string | undefined): Promise<Diff> {
  const [old, young] = [
    await scanState(host, before),
    after === undefined ? await scan(host) : await scanState(host, after),
  ];
  return {
    changes: compareInventories(old.inventory.components, young.inventory.components),
    diagnostics: [...old.diagnostics, ...young.diagnostics],
    complete: old.complete && young.complete,
  };
}

/** The places of its diagnostics are written as git writes them, `v1.0:package-lock.json`: the folder may hold others. */
async function scanState(host: Host, name: string) {
  const { files, file } = await host.openState(name);
  const taken = await scan({ ...host, files }, file);
  const diagnostics = taken.diagnostics.map((one) => ({
    ...one,
    place: { ...one.place, file: `${name}:${one.place.file}` },
  }));
  return { ...taken, diagnostics };
}
