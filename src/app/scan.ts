import { decidesUse, decideUses } from '../dossier/coverage/decide-use.ts';
import type { Device } from '../model/records/device.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Inventory } from '../model/inventory/inventory.ts';
import { doubtEmptiness } from './inventory/doubt-inventory.ts';
import type { Host } from './host.ts';
import { readNamedSbom } from './inventory/read-named-sbom.ts';
import { saidOfFiles } from './inventory/said-of-files.ts';
import { takeInventory } from './inventory/take-inventory.ts';

/** An inventory and what is wrong with it. */
export type Scan = {
  readonly inventory: Inventory;
  readonly device: Device | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** False when nothing was found or an input was not understood: a person would take it for more than it is. */
  readonly complete: boolean;
};

/**
 * Takes the inventory of a folder, with the decisions of its `tureen.yaml` where there is one, or of one file of it,
 * which is an SBOM or an image unless a reader knows it by its name.
 */
export async function scan(host: Host, named?: string): Promise<Scan> {
  const records = await loadDevice(host);
  const device = records?.device?.record;
  const sbom = named === undefined ? undefined : await readNamedSbom(host, named);
  const taken = sbom ?? (await takeInventory(host, saidOfFiles(device, named)));
  const inventory = device === undefined ? taken : withDecisions(taken, device);
  const diagnostics = [
    ...(records?.diagnostics ?? []),
    ...notTwice(inventory.diagnostics, records !== undefined),
    ...doubtEmptiness(inventory),
  ];
  const complete =
    diagnostics.every(({ severity }) => severity !== 'error') &&
    inventory.files.every(({ status }) => status !== 'not-understood');
  return { inventory, device, diagnostics, complete };
}

/** A folder without `tureen.yaml` is scanned without loading what reads YAML. */
async function loadDevice(host: Host) {
  const bytes = await host.files.read('tureen.yaml');
  if (bytes === undefined) return undefined;
  const { loadRecords } = await import('../records/load.ts');
  return loadRecords(new Map([['tureen.yaml', bytes]]));
}

/** Puts a person's decisions on use in the place of what the files say, and keeps both as evidence. */
function withDecisions(inventory: Inventory, device: Device): Inventory {
  if (!decidesUse(device)) return inventory;
  const uses = decideUses(device, inventory);
  const components = inventory.components.map((component) => {
    const use = uses.get(component.purl);
    if (use === undefined || use.decidedBy === 'files') return component;
    const { scope } = use;
    const reason = use.decidedBy === 'person' ? `decided: ${use.reason}` : use.reason;
    const evidence = { scope, reason, at: { file: 'tureen.yaml', line: 1 } };
    return { ...component, scope, scopeEvidence: [...component.scopeEvidence, evidence] };
  });
  return { ...inventory, components };
}

/** A fault of `tureen.yaml` itself was already said when the device was loaded. */
function notTwice(diagnostics: readonly Diagnostic[], loaded: boolean): readonly Diagnostic[] {
  return loaded ? diagnostics.filter(({ place }) => place.file !== 'tureen.yaml') : diagnostics;
}
