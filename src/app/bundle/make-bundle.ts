import { hash, sign, type KeyObject } from 'node:crypto';
import { gzipSync, inflateRawSync } from 'node:zlib';
import { tarArchive, type TarFile } from '../../base/archives/tar-archive.ts';
import { zipArchive, type PackedFile } from '../../base/archives/zip-archive.ts';
import { HostError } from '../../base/errors.ts';
import type { Host } from '../host.ts';
import type { StoreUnloading, UnloadedRecord } from '../store-content.ts';
import { tool } from '../product.ts';
import { unfilledStore } from '../unfilled-store.ts';
import { manifestPath, signaturePath, type Manifest } from './manifest.ts';
import type { OpenedBundle } from './open-bundle.ts';
import { snapshotLines, snapshotOf } from './snapshot-lines.ts';

/** What a bundle is made of. */
export type BundleRequest = {
  readonly storePath: string;
  readonly key: KeyObject;
  /** A bundle that the other site already has: only what changed since is put in. */
  readonly since?: OpenedBundle | undefined;
};

/** A bundle as it was made: the same store, key and base give the same bytes. */
export type MadeBundle = { readonly bytes: Uint8Array; readonly manifest: Manifest };

/** Packs what the store holds, as it was published, and signs it. Throws `HostError` where there is nothing to pack. */
export async function makeBundle(host: Host, { storePath, key, since }: BundleRequest): Promise<MadeBundle> {
  const store = await host.stores.unload(storePath);
  if (store === undefined) throw unfilledStore(await host.stores.open(storePath));
  try {
    return pack(store, key, since);
  } finally {
    store.close();
  }
}

function pack(store: StoreUnloading, key: KeyObject, since: OpenedBundle | undefined): MadeBundle {
  const snapshot = store.snapshot();
  const known = since?.records ?? new Map<string, string>();
  const files: TarFile[] = [];
  const add = (path: string, bytes: Uint8Array) => {
    files.push({ path, bytes });
    return { path, sha256: hash('sha256', bytes) };
  };
  const index = add('snapshot.txt.gz', gzipSync(snapshot));
  const sources = store.held.sources.map(({ state, ...source }, position) => {
    const isNew = !since?.manifest.sources.some(
      ({ feed, from, ecosystem }) => feed === source.feed && from === source.from && ecosystem === source.ecosystem,
    );
    const wanted = ({ feed, id, hash }: UnloadedRecord) => isNew || known.get(snapshotOf(feed, id)) !== hash;
    return {
      ...source,
      fetched: state.fetched,
      loaded: state.loaded,
      ...(state.sha256 !== undefined && { sha256: state.sha256 }),
      unreadable: [...state.unreadable],
      files: archivesOf(store.records(source), wanted, (part, bytes) =>
        add(`records/${number(position)}-${number(part)}.zip`, bytes),
      ),
    };
  });
  const lists = store.held.lists.map(({ list, path }, position) => {
    const file = add(`lists/${number(position)}`, store.listBytes(list.feed, list.from));
    return { ...list, asked: path, file };
  });
  const databases = databasesOf(store, known, add);
  const now = snapshotLines(snapshot);
  const manifest: Manifest = {
    format: 'tureen-bundle/1',
    tool: `${tool.name} ${tool.version}`,
    snapshot: store.content.hash,
    ...(since !== undefined && { base: since.manifest.snapshot }),
    fetched: store.content.fetched,
    index,
    sources,
    lists,
    ...(databases.length > 0 && { databases }),
    removed: [...known.keys()].filter((name) => !now.has(name)).map(namesOf),
  };
  const text = Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`);
  files.push({ path: manifestPath, bytes: text });
  files.push({ path: signaturePath, bytes: Buffer.from(`${sign(undefined, text, key).toString('base64')}\n`) });
  return { bytes: tarArchive(files), manifest };
}

type AddFile = (path: string, bytes: Uint8Array) => { readonly path: string; readonly sha256: string };

/** A record of a CVE is kept once for its feed, so that of several databases of one feed the first carries them. */
function databasesOf(store: StoreUnloading, known: ReadonlyMap<string, string>, add: AddFile) {
  const carried = new Set<string>();
  return store.held.databases.map(({ feed, from, records, newest, notice }, position) => {
    const cves = carried.has(feed) ? [] : store.cves(feed);
    carried.add(feed);
    const wanted = ({ id, hash }: UnloadedRecord) => known.get(snapshotOf(feed, id)) !== hash;
    const files = archivesOf(cves, wanted, (part, bytes) =>
      add(`databases/${number(position)}-${number(part)}.zip`, bytes),
    );
    return { feed, from, records, newest, ...(notice !== undefined && { notice }), files };
  });
}

function number(position: number): string {
  return String(position + 1).padStart(4, '0');
}

function namesOf(name: string): [string, string] {
  const [feed = '', id = ''] = JSON.parse(name) as readonly string[];
  return [feed, id];
}

/** So many records are in one archive of a bundle at most. */
const mostInArchive = 50_000;

function archivesOf(
  records: Iterable<UnloadedRecord>,
  wanted: (record: UnloadedRecord) => boolean,
  add: (part: number, bytes: Uint8Array) => { readonly path: string; readonly sha256: string },
) {
  const archives: { path: string; sha256: string; records: number }[] = [];
  let packed: PackedFile[] = [];
  const close = () => {
    if (packed.length > 0) archives.push({ ...add(archives.length, zipArchive(packed)), records: packed.length });
    packed = [];
  };
  for (const record of records) {
    if (!wanted(record)) continue;
    packed.push(packedFile(record));
    if (packed.length === mostInArchive) close();
  }
  close();
  return archives;
}

/** A signature vouches for what it covers, so that nothing damaged may come under it. Throws `HostError`. */
function packedFile({ id, document, hash: stated }: UnloadedRecord): PackedFile {
  const bytes = inflateRawSync(document);
  if (hash('sha256', bytes) !== stated)
    throw new HostError(`the record ${id} in the store is damaged`, 'Run `tureen sync --full`, then make the bundle.');
  return { path: `${encodeURIComponent(id)}.json`, bytes, deflated: document };
}
