import { HostError, UsageError } from '../../base/errors.ts';
import { readCertificates, type Certificate } from '../../base/openpgp/certificate.ts';
import { compareInstants } from '../../base/instant.ts';
import { packageOf } from '../../base/packages/purl.ts';
import { confirmedPart } from '../../dossier/vex/confirmed-part.ts';
import { vexFeeds } from '../../feeds/vex/index.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { VexDocument } from '../../model/vex/vex-document.ts';
import type { VexFeed, VexListing } from '../../model/plugs/vex-feed.ts';
import type { FeedSource, Files, Host } from '../host.ts';
import { openDossier } from '../open-dossier.ts';
import { freezeVex, frozenHashes, largestVex, type ImportedVex } from '../vex/import-vex.ts';
import { readVex } from '../vex/read-vex.ts';
import type { TrustedKeys } from '../vex/trusted-keys.ts';

/** What a source of VEX gave: what was frozen, how much was looked at, and what was left with the reason. */
export type SyncedVex = {
  readonly feed: VexFeed['name'];
  readonly listed: number;
  /** Documents that were left out because they did not change since a day. */
  readonly unchanged: number;
  readonly imported: readonly ImportedVex[];
  readonly left: readonly string[];
};

/**
 * Freezes those documents of a VEX repository or a CSAF provider that speak of a package of the inventory; nothing of the
 * inventory is sent. What is not for everybody (TLP) is left, and told. `since` leaves out what the source says did not
 * change from that day on. Throws `HostError` where the source is none.
 */
export async function syncVex(
  host: Host,
  from: string,
  { since }: { readonly since?: string | undefined } = {},
): Promise<SyncedVex> {
  const { dossier } = await openDossier(host);
  if (dossier === undefined)
    throw new UsageError('the records cannot be loaded', 'Run `tureen check` and mend what it shows first.');
  const source = await host.openSource(rootOf(from));
  const { feed, documents, keys, left } = await listingsAt(source);
  const trusted = await keysAt(source, keys, left);
  const packages = new Set(dossier.entries.map(({ component }) => packageOf(component.purl)));
  const taken = await frozenHashes(host);
  const beside: Pick<Files, 'readPart'> = {
    readPart: async (path, start, length) => (await source.get(path))?.subarray(start, start + length),
  };
  const imported: ImportedVex[] = [];
  const wanted = [...documents.values()].filter(({ changed }) => !isBefore(changed, since));
  const ofInventory = wanted.filter(({ subject }) => subject === undefined || packages.has(packageOf(subject)));
  for await (const { path, bytes } of answersTo(source, ofInventory)) {
    if (bytes === undefined) {
      left.push(`${path} is listed, and is not there`);
      continue;
    }
    if (bytes.length > largestVex) {
      left.push(`${path} has more than ${largestVex / 2 ** 20} MiB, which no VEX document has`);
      continue;
    }
    const { document, diagnostics } = readVex(path, bytes);
    if (document === undefined) left.push(diagnostics[0]?.message ?? `${path} cannot be read`);
    else if (speaksOf(document, packages, dossier)) {
      if (document.tlp !== undefined && !/^(?:WHITE|CLEAR)$/.test(document.tlp))
        left.push(`${path} is marked TLP:${document.tlp}; import it by hand where it may be kept`);
      else imported.push(await freezeVex(host, { from: path, file: path, bytes, beside, keys: trusted, taken }));
    }
  }
  const unchanged = documents.size - wanted.length;
  return { feed: feed.name, listed: documents.size, unchanged, imported, left };
}

/** A source may be named by the file that it begins with. */
function rootOf(from: string): string {
  const entry = vexFeeds
    .flatMap(({ entries }) => entries)
    .filter((path) => from.endsWith(`/${path}`))
    .toSorted((a, b) => b.length - a.length)[0];
  return entry === undefined ? from : from.slice(0, -entry.length - 1);
}

/** What tells no instant may have changed on any day. */
function isBefore(changed: string | undefined, since: string | undefined): boolean {
  if (since === undefined || changed === undefined || Number.isNaN(Date.parse(changed))) return false;
  return compareInstants(changed, since) < 0;
}

/** Documents that are asked for at the same time. */
const atOnce = 8;

async function* answersTo(source: FeedSource, documents: readonly Listed[]) {
  for (let start = 0; start < documents.length; start += atOnce) {
    const some = documents.slice(start, start + atOnce);
    const answers = await Promise.all(some.map(({ path }) => source.get(path)));
    for (const [index, { path }] of some.entries()) yield { path, bytes: answers[index] };
  }
}

type Listed = Extract<VexListing, { readonly kind: 'document' }>;
type ListedKey = Extract<VexListing, { readonly kind: 'key' }>;

/** A key that thousands of people signed has some hundred kilobytes. */
const largestKey = 2 ** 22;

/** The keys that a provider publishes: they prove that a document is the provider's, not that the provider is right. */
async function keysAt(source: FeedSource, keys: readonly ListedKey[], left: string[]): Promise<TrustedKeys> {
  const certificates: Certificate[] = [];
  for (const { path, fingerprint } of keys) {
    const stated = fingerprint?.replaceAll(' ', '').toLowerCase();
    const found = readCertificates((await source.get(path))?.subarray(0, largestKey) ?? new Uint8Array());
    const fitting = found.filter((one) => stated === undefined || one.fingerprint === stated);
    if (fitting.length === 0)
      left.push(
        `${path} holds no OpenPGP key that can be used${stated === undefined ? '' : ` with the fingerprint ${stated}`}`,
      );
    for (const each of fitting) certificates.push(each);
  }
  return { key: undefined, certificates, by: 'the metadata of its provider' };
}

/** Lists that one source may have; a provider has one for each year or label. */
const mostLists = 200;

async function listingsAt(source: FeedSource) {
  const { feed, path, answer } = await entryOf(source);
  const documents = new Map<string, Listed>();
  const keys: ListedKey[] = [];
  const left: string[] = [];
  const pending = [{ path, answer }];
  for (const list of pending)
    for (const one of feed.listed(list.path, list.answer)) {
      if (one.kind === 'document') documents.set(one.path, one);
      else if (one.kind === 'key') keys.push(one);
      else if (one.kind === 'elsewhere')
        left.push(`${one.address} lies outside of the source; ${adviceFor(one.address)}`);
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
  return { feed, documents, keys, left };
}

function adviceFor(address: string): string {
  return /\.(?:zip|tgz|tar\.gz)(?:\/\/|$)/.test(address)
    ? 'fetch it, unpack it, and name its folder'
    : 'name it by itself';
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
