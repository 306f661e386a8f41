import { HostError, UsageError } from '../../base/errors.ts';
import { packageOf } from '../../base/packages/purl.ts';
import { confirmedPart } from '../../dossier/vex/confirmed-part.ts';
import { vexFeeds } from '../../feeds/vex/index.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { VexDocument } from '../../model/vex/vex-document.ts';
import type { VexFeed, VexListing } from '../../model/plugs/vex-feed.ts';
import type { FeedSource, Host } from '../host.ts';
import { openDossier } from '../open-dossier.ts';
import { freezeVex, frozenHashes, type ImportedVex } from '../vex/import-vex.ts';
import { readVex } from '../vex/read-vex.ts';

/** What a source of VEX gave: what was frozen, how much was looked at, and what was left with the reason. */
export type SyncedVex = {
  readonly feed: VexFeed['name'];
  readonly listed: number;
  readonly imported: readonly ImportedVex[];
  readonly left: readonly string[];
};

/**
 * Freezes those documents of a VEX repository or a CSAF provider that speak of a package of the inventory; nothing of the
 * inventory is sent. What is not for everybody (TLP) is left, and told. Throws `HostError` where the source is none.
 */
export async function syncVex(host: Host, from: string): Promise<SyncedVex> {
  const { dossier } = await openDossier(host);
  if (dossier === undefined)
    throw new UsageError('the records cannot be loaded', 'Run `tureen check` and mend what it shows first.');
  const source = await host.openSource(from);
  const { feed, documents, left } = await listingsAt(source);
  const packages = new Set(dossier.entries.map(({ component }) => packageOf(component.purl)));
  const taken = await frozenHashes(host);
  const beside = { readPart: (path: string) => source.get(path) };
  const imported: ImportedVex[] = [];
  for (const { path, subject } of documents.values()) {
    if (subject !== undefined && !packages.has(packageOf(subject))) continue;
    const bytes = await source.get(path);
    if (bytes === undefined) {
      left.push(`${path} is listed, and is not there`);
      continue;
    }
    const { document, diagnostics } = readVex(path, bytes);
    if (document === undefined) left.push(diagnostics[0]?.message ?? `${path} cannot be read`);
    else if (speaksOf(document, packages, dossier)) {
      if (document.tlp !== undefined && !/^(?:WHITE|CLEAR)$/.test(document.tlp))
        left.push(`${path} is marked TLP:${document.tlp}; import it by hand where it may be kept`);
      else imported.push(await freezeVex(host, { from: path, file: path, bytes, beside, key: undefined, taken }));
    }
  }
  return { feed: feed.name, listed: documents.size, imported, left };
}

type Listed = Extract<VexListing, { readonly kind: 'document' }>;

/** Lists that one source may have; a provider has one for each year or label. */
const mostLists = 200;

async function listingsAt(source: FeedSource) {
  const { feed, path, answer } = await entryOf(source);
  const documents = new Map<string, Listed>();
  const left: string[] = [];
  const pending = [{ path, answer }];
  for (const list of pending)
    for (const one of feed.listed(list.path, list.answer)) {
      if (one.kind === 'document') documents.set(one.path, one);
      else if (one.kind === 'elsewhere') left.push(`${one.address} lies outside of the source; name it by itself`);
      else if (one.kind === 'damaged')
        throw new HostError(
          `${list.path} at "${source.address}" is damaged: ${one.reason}`,
          'Nothing of it was taken.',
        );
      else {
        const next = pending.length < mostLists ? await source.get(one.path) : undefined;
        if (next === undefined) left.push(`${one.path} is named, and is not there`);
        else pending.push({ path: one.path, answer: next });
      }
    }
  return { feed, documents, left };
}

async function entryOf(source: FeedSource) {
  for (const feed of vexFeeds)
    for (const path of feed.entries) {
      const answer = await source.get(path);
      if (answer !== undefined) return { feed, path, answer };
    }
  throw new HostError(
    `"${source.address}" is no source of VEX`,
    `It is looked for as ${vexFeeds.flatMap(({ entries }) => entries).join(', ')}.`,
  );
}

/** Whether a product or a part of any statement is a package of the inventory, by its URL or by a person's word. */
function speaksOf({ statements }: VexDocument, packages: ReadonlySet<string>, { device }: Dossier): boolean {
  return statements.some(({ products }) =>
    products.some(({ part }) => {
      const { purl } = confirmedPart(part, device.record);
      return purl !== undefined && packages.has(packageOf(purl));
    }),
  );
}
