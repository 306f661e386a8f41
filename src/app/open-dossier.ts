import { UsageError } from '../base/errors.ts';
import { isFrozenOfRelease } from '../base/releases/release-files.ts';
import { buildDossier, type Parts } from '../dossier/build-dossier.ts';
import type { Device } from '../model/records/device.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Dossier } from '../model/dossier.ts';
import type { Filed } from '../model/filed.ts';
import type { Inventory } from '../model/inventory/inventory.ts';
import type { UnreadFile } from '../model/records/unread-file.ts';
import type { VexRecord } from '../model/vex/vex-record.ts';
import { loadRecords } from '../records/load.ts';
import { isRecordFile } from '../records/loading/record-kinds.ts';
import { strayReleases } from '../records/loading/stray-releases.ts';
import { doubtEmptiness } from './inventory/doubt-inventory.ts';
import type { FoundLicenceFiles } from './licences/find-licence-files.ts';
import type { FoundUsage } from './inventory/find-usage.ts';
import type { Host, ListedFile, Unlisted } from './host.ts';
import { afresh, type FileHost, type Keep } from './keep.ts';
import { hashAttached } from './anomalies/hash-attached.ts';
import { hashSources } from './hash-sources.ts';
import { foldersForRecords, putHere, recordsUnread, unreachableRecords } from './records/unreachable-records.ts';
import { saidOfFiles } from './inventory/said-of-files.ts';
import { today } from './today.ts';
import type { LoadedEvidence } from './vex/load-evidence.ts';
import { takeInventory } from './inventory/take-inventory.ts';

/** A device that could be opened, with everything that is wrong with its files; without `tureen.yaml` there is no dossier. */
export type Opened = { readonly dossier: Dossier | undefined; readonly diagnostics: readonly Diagnostic[] };

/** What else is looked into, for the commands that need it: sources for imports, licence files for texts. */
export type Look = {
  readonly usage?: boolean;
  readonly licences?: boolean;
  /** What takes the place of the folder's inventory and of the last evaluation, such as those of a release. */
  readonly instead?: Pick<Parts, 'inventory' | 'evaluation'>;
};

/**
 * Loads inventory and records of the host's folder and joins them; with `usage` also what its sources import, which takes
 * a look into every one of them. Throws `UsageError` where there is no `tureen.yaml`.
 */
export async function openDossier(host: Host, look: Look = {}, keep: Keep = afresh): Promise<Opened> {
  const once = listingOnce(host);
  const listing = await once.files.list();
  const { files } = listing;
  const unlisted = [...listing.unlisted, ...foldersForRecords(listing)];
  const contents = await readRecordFiles(host, files);
  const records = loadRecords(contents);
  const vex = await evidenceIn(contents, records.vex, {
    now: host.clock.now(),
    manufacturer: records.device?.record.device.manufacturer,
  });
  const faults = [
    ...unreachableRecords(unlisted),
    ...records.diagnostics,
    ...vex.diagnostics,
    ...strayReleases(
      files.map(({ path }) => path),
      records.releases,
    ),
  ];
  const { device } = records;
  if (device === undefined && !files.some(({ path }) => path === 'tureen.yaml')) throw withoutDevice(unlisted);
  if (device === undefined) return { dossier: undefined, diagnostics: faults };
  const said = saidOfFiles(device.record);
  const inventory =
    look.instead?.inventory ??
    (await keep('inventory', once, [JSON.stringify(said)], (now) => takeInventory(now, said)));
  const named = records.items.flatMap(({ record }) => record.anomalySources);
  const needsUsage = named.some((source) => 'modules' in source && source.modules.length > 0);
  const wantsUsage = look.instead === undefined && (look.usage === true || needsUsage);
  const { ignore } = device.record;
  const { usage, diagnostics } = wantsUsage
    ? await keep('usage', once, [JSON.stringify(ignore), inventory], (now) => usageOf(now, ignore, inventory))
    : notLooked;
  const texts = look.licences === true ? await textsOf(host, device.record, inventory) : noTexts;
  const day = { today: today(host), todayHeldBy: host.clock.heldBy };
  const dossier = buildDossier({
    ...records,
    ...day,
    ...(look.instead !== undefined && { evaluation: look.instead.evaluation }),
    device,
    unread: [...records.unread, ...recordsUnread(unlisted), ...inputsUnread(inventory)],
    inventory,
    usage,
    licenceFiles: texts.licenceFiles,
    hashes: await hashSources(host, records),
    attached: await hashAttached(host, named),
    documents: vex.documents,
  });
  return {
    dossier,
    diagnostics: [
      ...faults,
      ...notTwice(inventory.diagnostics),
      ...doubtEmptiness(inventory),
      ...diagnostics,
      ...texts.diagnostics,
    ],
  };
}

/** Loads the readers of VEX for those alone who have imported any. */
async function evidenceIn(
  contents: ReadonlyMap<string, Uint8Array>,
  records: readonly Filed<VexRecord>[],
  at: { readonly now: Date; readonly manufacturer: string | undefined },
): Promise<LoadedEvidence> {
  if (![...contents.keys()].some((path) => path.startsWith('soup/vex/'))) return { documents: [], diagnostics: [] };
  const { loadEvidence } = await import('./vex/load-evidence.ts');
  return loadEvidence(contents, records, at);
}

/** The same host, whose folder is walked once for all that look into it. */
function listingOnce(host: Host): Host {
  const listed = host.files.list();
  const list = (include: readonly string[] = []) => (include.length === 0 ? listed : host.files.list(include));
  return { ...host, files: { ...host.files, list } };
}

const notLooked: FoundUsage = { usage: { kind: 'not-looked' }, diagnostics: [] };

const noTexts: FoundLicenceFiles = { licenceFiles: { kind: 'not-looked' }, diagnostics: [] };

/** Loads the licence texts for the commands that ask for them alone. */
async function textsOf(host: Host, device: Device, { components }: Inventory): Promise<FoundLicenceFiles> {
  const { findLicenceFiles } = await import('./licences/find-licence-files.ts');
  return findLicenceFiles(host, saidOfFiles(device), components);
}

/** Loads the finders of imports for the commands that ask for them alone. */
async function usageOf(host: FileHost, ignore: readonly string[], { components }: Inventory): Promise<FoundUsage> {
  const { findUsage } = await import('./inventory/find-usage.ts');
  return findUsage(host, ignore, components);
}

/** What keeps a record back was said already. */
function notTwice(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ rule, place }) => rule !== 'reading/unreachable' || !isRecordFile(place.file));
}

function withoutDevice(unlisted: readonly Unlisted[]): UsageError {
  const there = unlisted.find(({ path }) => path.replace(/\/$/, '') === 'tureen.yaml');
  return there === undefined
    ? new UsageError(
        'there is no tureen.yaml here',
        'Run `tureen init` in the root of the device’s repository, or name another folder with --cwd.',
      )
    : new UsageError(`tureen.yaml was not read: ${there.reason}`, putHere);
}

/** Inputs that a reader knows and could not read; those without a reader never told anything. */
function inputsUnread({ files }: Inventory): readonly UnreadFile[] {
  const unread = files.filter(({ status, reader }) => status === 'not-understood' && reader !== undefined);
  return unread.map(({ path }) => ({ kind: 'inventory', file: path }));
}

async function readRecordFiles(host: Host, files: readonly ListedFile[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const texts = new Map<string, Uint8Array>();
  for (const { path } of files) {
    const bytes = isRecordFile(path) && !isFrozenOfRelease(path) ? await host.files.read(path) : undefined;
    if (bytes !== undefined) texts.set(path, bytes);
  }
  return texts;
}
