import { UsageError } from '../base/errors.ts';
import { buildDossier } from '../dossier/build-dossier.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Dossier } from '../model/dossier.ts';
import type { Inventory } from '../model/inventory.ts';
import { loadRecords } from '../records/load.ts';
import { isRecordFile } from '../records/record-kinds.ts';
import type { FoundUsage } from './find-usage.ts';
import type { Host } from './host.ts';
import { today } from './today.ts';
import { takeInventory } from './take-inventory.ts';

/** A device that could be opened, with everything that is wrong with its files; without `tureen.yaml` there is no dossier. */
export type Opened = { readonly dossier: Dossier | undefined; readonly diagnostics: readonly Diagnostic[] };

/**
 * Loads inventory and records of the host's folder and joins them; with `usage` also what its sources import, which takes
 * a look into every one of them. Throws `UsageError` where there is no `tureen.yaml`.
 */
export async function openDossier(host: Host, look: { readonly usage?: boolean } = {}): Promise<Opened> {
  if ((await host.files.read('tureen.yaml')) === undefined) {
    throw new UsageError(
      'there is no tureen.yaml here',
      'Run `tureen init` in the root of the device’s repository, or name another folder with --cwd.',
    );
  }
  const once = listingOnce(host);
  const records = loadRecords(await readRecordFiles(once));
  const { device } = records;
  if (device === undefined) return { dossier: undefined, diagnostics: records.diagnostics };
  const inventory = await takeInventory(once, device.record.ignore);
  const { usage, diagnostics } = look.usage ? await usageOf(once, device.record.ignore, inventory) : notLooked;
  const dossier = buildDossier({ ...records, device, inventory, usage, today: today(host) });
  return { dossier, diagnostics: [...records.diagnostics, ...inventory.diagnostics, ...diagnostics] };
}

/** The same host, whose folder is walked once for all that look into it. */
function listingOnce(host: Host): Host {
  const listed = host.files.list();
  return { ...host, files: { ...host.files, list: () => listed } };
}

const notLooked: FoundUsage = { usage: { kind: 'not-looked' }, diagnostics: [] };

/** Loads the finders of imports for the commands that ask for them alone. */
async function usageOf(host: Host, ignore: readonly string[], { components }: Inventory): Promise<FoundUsage> {
  const { findUsage } = await import('./find-usage.ts');
  return findUsage(host, ignore, components);
}

async function readRecordFiles(host: Host): Promise<ReadonlyMap<string, Uint8Array>> {
  const { files } = await host.files.list();
  const texts = new Map<string, Uint8Array>();
  for (const { path } of files) {
    const bytes = isRecordFile(path) ? await host.files.read(path) : undefined;
    if (bytes !== undefined) texts.set(path, bytes);
  }
  return texts;
}
