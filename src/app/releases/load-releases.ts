import { loadRecords, type Records } from '../../records/load.ts';
import type { RecordKind } from '../../records/loading/record-kinds.ts';
import { strayReleases } from '../../records/loading/stray-releases.ts';
import { unreachableRecords } from '../records/unreachable-records.ts';
import type { Host } from '../host.ts';

/** Loads the records of some kinds, and says what is wrong with the folders of releases; nothing else is opened. */
export async function loadReleases({ files }: Host, kindsWanted: readonly RecordKind[]): Promise<Records> {
  const { files: listed, unlisted } = await files.list();
  const texts = new Map<string, Uint8Array>();
  for (const { path } of listed.filter((file) => kindsWanted.some(({ matches }) => matches(file.path)))) {
    const bytes = await files.read(path);
    if (bytes !== undefined) texts.set(path, bytes);
  }
  const records = loadRecords(texts);
  const strays = strayReleases(
    listed.map(({ path }) => path),
    records.releases,
  );
  return { ...records, diagnostics: [...unreachableRecords(unlisted), ...records.diagnostics, ...strays] };
}
