import { globs } from '../base/glob.ts';
import { unreadable } from '../base/reading.ts';
import { mergeComponents } from '../dossier/merge-components.ts';
import { withoutPlaceholders } from '../dossier/without-placeholders.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Inventory, ScannedFile } from '../model/inventory.ts';
import type { BytesReader, Reader, ReaderEntry, Reading } from '../model/reader.ts';
import { readers } from '../readers/index.ts';
import { unreadFormats, type UnreadFormat } from '../readers/unread-formats.ts';
import { doubtFolders } from './doubt-inventory.ts';
import { findUnlocked } from './find-unlocked.ts';
import type { Host, ListedFile, Unlisted } from './host.ts';
import { readInput } from './read-input.ts';

/** Reads every input below the host's root. `ignore` holds globs of files that are none, by the device's record. */
export async function takeInventory(host: Host, ignore: readonly string[] = []): Promise<Inventory> {
  const { files, unlisted } = await host.files.list();
  const ignored = globs(ignore);
  const tree = files.map(({ path }) => path).toSorted();
  const taken: Taken[] = [];
  for (const file of files) {
    const entry = readerOf(file.path);
    if (entry?.onlyWhenFound === true) {
      const found = await take(host, await entry.load(), file, tree);
      if (isFound(found)) taken.push(ignored(file.path) ? skipped(file, entry) : found);
    } else if (entry !== undefined)
      taken.push(ignored(file.path) ? skipped(file, entry) : await take(host, await entry.load(), file, tree));
    else if (isUnread(file.path) && !ignored(file.path)) taken.push(notUnderstood(file, unreadFormatOf(file.path)));
  }
  const unlocked = await findUnlocked(
    host,
    files.filter(({ path }) => !ignored(path)),
    taken,
  );
  const told = unlisted.filter(({ path, kind }) => kind !== 'ignored' || path.endsWith('/') || isSurelyInput(path));
  const all = [
    ...taken,
    ...unlocked,
    ...told.map((one) => passedOver(one, ignored(one.path) || ignored(one.path.replace(/\/$/, '')))),
  ];
  const components = mergeComponents(all.flatMap(({ reading }) => reading.components).map(withoutPlaceholders));
  const rows = all.map(({ row }) => row).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const diagnostics = [...all.flatMap(({ reading }) => reading.diagnostics), ...doubtFolders(tree, isInput, ignore)];
  return { components, files: rows, diagnostics };
}

/** What became of one path: its row in the account of files, and what was read. */
export type Taken = { readonly row: ScannedFile; readonly reading: Reading };

/** Whether there was anything in a file: a component, or something to say about it. */
function isFound({ reading: { components, diagnostics } }: Taken): boolean {
  return components.length > 0 || diagnostics.length > 0;
}

function readerOf(path: string): ReaderEntry | undefined {
  return readers.find((candidate) => matcher(candidate)(path));
}

const matchers = new Map<string, (path: string) => boolean>();

function matcher({ name, files }: ReaderEntry): (path: string) => boolean {
  const known = matchers.get(name) ?? globs(files);
  matchers.set(name, known);
  return known;
}

const isUnread = globs(unreadFormats.flatMap(({ files }) => files));

/** Whether a path is read, or would be if there were a reader. */
function isInput(path: string): boolean {
  return readerOf(path) !== undefined || isUnread(path);
}

/** Whether a path is an input whatever stands in it. */
function isSurelyInput(path: string): boolean {
  return isInput(path) && readerOf(path)?.onlyWhenFound !== true;
}

function unreadFormatOf(path: string): UnreadFormat {
  return unreadFormats.find(({ files }) => globs(files)(path)) ?? { title: 'this format', files: [] };
}

async function take(
  host: Host,
  reader: Reader | BytesReader,
  file: ListedFile,
  tree: readonly string[],
): Promise<Taken> {
  const reading = await readInput(host, reader, file, tree);
  const failed = reading.diagnostics.find(({ rule }) => rule === 'reading/syntax');
  const row: ScannedFile = {
    path: file.path,
    reader: reader.name,
    status: failed === undefined ? 'read' : 'not-understood',
    reason: failed?.message,
    graph: reading.graph,
  };
  return { reading, row };
}

function skipped(file: ListedFile, reader: ReaderEntry): Taken {
  const row: ScannedFile = {
    path: file.path,
    reader: reader.name,
    status: 'skipped',
    reason: 'ignored by tureen.yaml',
    graph: 'none',
  };
  return { reading: unreadable(), row };
}

function notUnderstood(file: ListedFile, { title, help }: UnreadFormat): Taken {
  const row: ScannedFile = {
    path: file.path,
    reader: undefined,
    status: 'not-understood',
    reason: `no reader for ${title} yet`,
    graph: 'none',
  };
  const diagnostic: Diagnostic = {
    rule: 'reading/no-reader',
    severity: 'warning',
    message: `${file.path} looks like an input (${title}), but there is no reader for it yet`,
    place: { file: file.path },
    help:
      help ??
      'Export it as a CycloneDX SBOM or enter its components in tureen.yaml; or list the file under `ignore` there.',
  };
  return { row, reading: unreadable(diagnostic) };
}

function passedOver(unlisted: Unlisted, ignored: boolean): Taken {
  const { path, kind, reason } = unlisted;
  const severity = ignored ? undefined : severityOf(unlisted);
  const row: ScannedFile = {
    path,
    reader: readerOf(path)?.name,
    status: severity === 'error' ? 'not-understood' : 'skipped',
    reason,
    graph: 'none',
  };
  if (severity === undefined) return { row, reading: unreadable() };
  const remedy = kind === 'outside' ? 'Put the file itself here' : 'Mend that';
  const help = `${remedy}, or list it under \`ignore\` in tureen.yaml when it is no part of the product.`;
  const message = `${path} was not read: ${reason}`;
  return { row, reading: unreadable({ rule: 'reading/unreachable', severity, message, place: { file: path }, help }) };
}

/** An input, or a folder that nobody could look into, leaves the inventory incomplete; what lies outside is told. */
function severityOf({ path, kind }: Unlisted): 'error' | 'warning' | undefined {
  if (kind === 'elsewhere' || kind === 'ignored') return undefined;
  if (isInput(path)) return 'error';
  if (!path.endsWith('/')) return undefined;
  return kind === 'unreadable' ? 'error' : 'warning';
}
