import { metadataFile } from '../../base/packages/metadata-file.ts';
import { withFacts } from '../../dossier/inventory/with-facts.ts';
import type { Inventory } from '../../model/inventory/inventory.ts';
import { loadRecords } from '../../records/load.ts';
import type { Host } from '../host.ts';

/** Lays over an inventory what registries stated when they were last asked, and what the records of SOUP items say; nothing is asked now. */
export async function withFrozenFacts(host: Host, inventory: Inventory): Promise<Inventory> {
  const { files } = await host.files.list();
  const texts = new Map<string, Uint8Array>();
  for (const { path } of files) {
    if (path !== metadataFile && !/^soup\/items\/[^/]+\.yaml$/.test(path)) continue;
    const bytes = await host.files.read(path);
    if (bytes !== undefined) texts.set(path, bytes);
  }
  const { metadata, items } = loadRecords(texts);
  return { ...inventory, components: withFacts(inventory.components, metadata, items) };
}
