import { UsageError } from '../base/errors.ts';
import { buildDossier } from '../dossier/build-dossier.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Dossier } from '../model/dossier.ts';
import { loadRecords } from '../records/load.ts';
import { isRecordFile } from '../records/record-kinds.ts';
import type { Host } from './host.ts';
import { today } from './today.ts';
import { takeInventory } from './take-inventory.ts';

/** A device that could be opened, with everything that is wrong with its files; without `tureen.yaml` there is no dossier. */
export type Opened = { readonly dossier: Dossier | undefined; readonly diagnostics: readonly Diagnostic[] };

/** Loads inventory and records of the host's folder and joins them. Throws `UsageError` where there is no `tureen.yaml`. */
export async function openDossier(host: Host): Promise<Opened> {
  if ((await host.files.read('tureen.yaml')) === undefined) {
    throw new UsageError(
      'there is no tureen.yaml here',
      'Run `tureen init` in the root of the device’s repository, or name another folder with --cwd.',
    );
  }
  const records = loadRecords(await readRecordFiles(host));
  const { device } = records;
  if (device === undefined) return { dossier: undefined, diagnostics: records.diagnostics };
  const inventory = await takeInventory(host, device.record.ignore);
  const dossier = buildDossier({ ...records, device, inventory, today: today(host) });
  return { dossier, diagnostics: [...records.diagnostics, ...inventory.diagnostics] };
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
