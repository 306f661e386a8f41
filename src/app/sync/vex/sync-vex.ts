import { HostError, UsageError } from '../../../base/errors.ts';
import { counted } from '../../../base/counted.ts';
import { compareInstants } from '../../../base/instant.ts';
import { packageOf } from '../../../base/packages/purl.ts';
import { confirmedPart } from '../../../dossier/vex/confirmed-part.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Dossier } from '../../../model/dossier.ts';
import type { VexFeed } from '../../../model/plugs/vex-feed.ts';
import type { VexDocument } from '../../../model/vex/vex-document.ts';
import type { Files, Host } from '../../host.ts';
import type { SourceOptions } from '../../feed-source.ts';
import { openDossier } from '../../open-dossier.ts';
import { frozenVex } from '../../vex/frozen-vex.ts';
import { freezeVex, largestVex, type ImportedVex } from '../../vex/import-vex.ts';
import { readVex } from '../../vex/read-vex.ts';
import { answersTo, type AnsweredVex, type Had } from './answers-to.ts';
import { hostOf, reachOf } from './reach.ts';
import { silentHosts, type SilentHosts } from './silent-hosts.ts';
import { vexKeys } from './vex-keys.ts';
import { rootOf, vexEntry } from './vex-entry.ts';
import { vexListings } from './vex-listings.ts';

/** What a source of VEX gave: what was frozen, how much was looked at, and what was left with the reason. */
export type SyncedVex = {
  readonly feed: VexFeed['name'];
  readonly listed: number;
  /** Documents that were left out because they did not change since a day. */
  readonly unchanged: number;
  readonly imported: readonly ImportedVex[];
  readonly left: readonly string[];
  /** When the archive was asked for that was taken again, because it is not to be asked for so soon. */
  readonly archiveOf: Date | undefined;
};

/** What is wanted of a source. */
export type VexWish = {
  /** Leaves out what the source says did not change from this day on. */
  readonly since?: string | undefined;
  /** Asks for an archive although it was asked for within the time that its publisher gives it. */
  readonly again?: boolean | undefined;
  readonly arrived?: SourceOptions['arrived'];
  /** Told now and then how many documents were looked at, of how many. */
  readonly progress?: ((done: number, all: number) => void) | undefined;
};

/**
 * Freezes those documents of a VEX repository or a CSAF provider that speak of a package of the inventory; nothing of the
 * inventory is sent, nor told by what is asked for. What is not for everybody (TLP) is left, and told. Throws `HostError`
 * where the source is none.
 */
export async function syncVex(host: Host, from: string, wish: VexWish = {}): Promise<SyncedVex> {
  const { dossier } = await openDossier(host);
  if (dossier === undefined)
    throw new UsageError('the records cannot be loaded', 'Run `tureen check` and mend what it shows first.');
  const { root, named } = rootOf(from);
  const options = { arrived: wish.arrived };
  const source = await host.openSource(root, options);
  const silent = silentHosts();
  const reach = reachOf(host, root, source, { ...options, silent });
  const entry = await vexEntry(source, named);
  const listings = await vexListings(host, { source, reach, entry, again: wish.again === true });
  const { feed, left, promised, archive } = listings;
  const documents = [...listings.documents.values()];
  try {
    const keys = await vexKeys(reach, listings);
    const packages = new Set(dossier.entries.map(({ component }) => packageOf(component.purl)));
    const frozen = await frozenVex(host);
    const imported: ImportedVex[] = [];
    const wanted = documents.filter(({ changed }) => !isBefore(changed, wish.since));
    // Who is asked over a network for some documents alone, or for the proof of some, learns what they are for.
    const tells = archive === undefined && source.list === undefined;
    const ofInventory = wanted.filter(
      ({ subject }) => tells || subject === undefined || packages.has(packageOf(subject)),
    );
    const asking = { documents: ofInventory, withProofs: tells, progress: wish.progress };
    const answers = archive === undefined ? answersTo(asking) : await allOrNone(answersTo(asking));
    let lookedAt = 0;
    const unsaid: Unsaid[] = [];
    for await (const { shelf, path, had, proof } of answers) {
      lookedAt++;
      if (had instanceof HostError && had.isSilence && shelf.address !== undefined) {
        unsaid.push({ host: hostOf(shelf.address), message: had.message });
        continue;
      }
      const document = documentIn(path, had);
      if (typeof document === 'string') left.push(document);
      if (!(had instanceof Uint8Array) || typeof document === 'string' || !speaksOf(document, packages, dossier))
        continue;
      if (document.tlp !== undefined && !/^(?:WHITE|CLEAR)$/.test(document.tlp)) {
        left.push(`${path} is marked TLP:${document.tlp}; import it by hand where it may be kept`);
        continue;
      }
      const beside: Pick<Files, 'readPart'> = {
        readPart: async (each, start, length) => (await proof(each))?.subarray(start, start + length),
      };
      const file = { from: path, file: path, source: shelf.address, bytes: had, beside, keys, frozen };
      const one = await freezeVex(host, file);
      imported.push(promised ? { ...one, diagnostics: [...one.diagnostics, ...brokenPromises(one)] } : one);
    }
    if (lookedAt < ofInventory.length)
      left.push(
        `${counted(ofInventory.length - lookedAt, 'further document was', 'further documents were')} not asked for: too many in a row before could not be had; run it again later`,
      );
    for (const each of leftBySilence(unsaid, silent)) left.push(each);
    const unchanged = documents.length - wanted.length;
    return { feed: feed.name, listed: documents.length, unchanged, imported, left, archiveOf: archive?.asked };
  } finally {
    archive?.close();
  }
}

/** A document of which its host said nothing. */
type Unsaid = { readonly host: string; readonly message: string };

/** One message for all documents of a host that is left alone, and one for each other. */
function leftBySilence(unsaid: readonly Unsaid[], silent: SilentHosts): readonly string[] {
  const hosts = Map.groupBy(unsaid, ({ host }) => host);
  return [...hosts].flatMap(([host, ofHost]) =>
    silent.isLeft(host)
      ? `${host} said nothing again and again, and was left alone: ${counted(ofHost.length, 'document')} of it ${ofHost.length === 1 ? 'was' : 'were'} not taken; run it again later, which asks anew`
      : ofHost.map(({ message }) => message),
  );
}

/** An archive is good as a whole, or nothing of it is taken. */
async function allOrNone(answers: AsyncIterable<AnsweredVex>): Promise<readonly AnsweredVex[]> {
  const all: AnsweredVex[] = [];
  for await (const answer of answers) {
    if (answer.had instanceof HostError) throw answer.had;
    all.push(answer);
  }
  return all;
}

/** What tells no instant may have changed on any day. */
function isBefore(changed: string | undefined, since: string | undefined): boolean {
  if (since === undefined || changed === undefined || Number.isNaN(Date.parse(changed))) return false;
  return compareInstants(changed, since) < 0;
}

/** The document at a path, or why there is none. */
function documentIn(path: string, bytes: Had): VexDocument | string {
  if (bytes instanceof HostError) return bytes.message;
  if (bytes === undefined) return `${path} is listed, and is not there`;
  if (bytes.length > largestVex) return `${path} has more than ${largestVex / 2 ** 20} MiB, which no VEX document has`;
  const { document, diagnostics } = readVex(path, bytes);
  return document ?? diagnostics[0]?.message ?? `${path} cannot be read`;
}

/** What a provider that calls itself trusted owes for each document (CSAF 2.0, 7.1.18 and 7.1.19). */
function brokenPromises({ from, record, diagnostics }: ImportedVex): readonly Diagnostic[] {
  if (record === undefined || diagnostics.some(({ rule }) => rule === 'vex/missing-proof')) return [];
  const lacks = [
    ...(record.checksum === undefined ? ['no hash'] : []),
    ...(record.signature.state === 'unsigned' ? ['no signature'] : []),
  ];
  if (lacks.length === 0) return [];
  return [
    {
      rule: 'vex/promise',
      severity: 'warning',
      message: `${from} has ${lacks.join(' and ')} beside it, although its provider calls itself trusted, which takes both`,
      place: { file: from },
      help: 'Somebody may have taken them away: look at the address, and ask the provider.',
    },
  ];
}

/** Whether a product of any statement is a package of the inventory, by its URL or by a person's word; parts of others' are not. */
function speaksOf({ statements }: VexDocument, packages: ReadonlySet<string>, { device }: Dossier): boolean {
  return statements.some(({ products }) =>
    products.some(({ part }) => {
      const { purl } = confirmedPart(part, device.record);
      return purl !== undefined && packages.has(packageOf(purl));
    }),
  );
}
