import { globs } from '../base/glob.ts';
import { syntaxProblem, unreadable } from '../base/reading.ts';
import { mergeComponents } from '../dossier/merge-components.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Inventory, ScannedFile } from '../model/inventory.ts';
import type { Reader, ReaderEntry, Reading, SourceFile } from '../model/reader.ts';
import { readers } from '../readers/index.ts';
import { unreadFormats } from '../readers/unread-formats.ts';
import { decodeText } from '../base/decode-text.ts';
import type { Host, ListedFile } from './host.ts';

/** The largest file that is read as text; no real lockfile comes near. */
const largestBytes = 64 * 1024 * 1024;

/** Reads every input below the host's root. `ignore` holds globs of files that are none, by the device's record. */
export async function takeInventory(host: Host, ignore: readonly string[] = []): Promise<Inventory> {
  const { files, unlisted } = await host.files.list();
  const ignored = globs(ignore);
  const tree = files.map(({ path }) => path).toSorted();
  const taken: (Taken & { readonly row: ScannedFile })[] = [];
  for (const file of files) {
    const entry = readers.find((candidate) => matcher(candidate)(file.path));
    if (entry !== undefined)
      taken.push(ignored(file.path) ? skipped(file, entry) : await take(host, await entry.load(), file, tree));
    else if (isUnread(file.path) && !ignored(file.path)) taken.push(notUnderstood(file, unreadFormatOf(file.path)));
  }
  const passedOver = unlisted.map(({ path, reason }): ScannedFile => ({
    path,
    reader: undefined,
    status: 'skipped',
    reason,
    graph: 'none',
  }));
  return {
    components: mergeComponents(taken.flatMap(({ reading }) => reading.components)),
    files: [...taken.map(({ row }) => row), ...passedOver].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    diagnostics: taken.flatMap(({ reading }) => reading.diagnostics),
  };
}

type Taken = { readonly reading: Reading };

const matchers = new Map<string, (path: string) => boolean>();

function matcher({ name, files }: ReaderEntry): (path: string) => boolean {
  const known = matchers.get(name) ?? globs(files);
  matchers.set(name, known);
  return known;
}

const isUnread = globs(unreadFormats.flatMap(({ files }) => files));

function unreadFormatOf(path: string): string {
  return unreadFormats.find(({ files }) => globs(files)(path))?.title ?? 'this format';
}

async function take(host: Host, reader: Reader, file: ListedFile, tree: readonly string[]) {
  const reading = await readFile(host, reader, file, tree);
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

async function readFile(host: Host, reader: Reader, file: ListedFile, tree: readonly string[]): Promise<Reading> {
  if (file.bytes > largestBytes) {
    return unreadable(
      syntaxProblem(
        file.path,
        `it has ${Math.round(file.bytes / 1e6)} MB, more than the ${largestBytes / 2 ** 20} MB that are read`,
      ),
    );
  }
  const bytes = await host.files.read(file.path);
  const text = bytes === undefined ? undefined : decodeText(bytes);
  if (text === undefined) return unreadable(syntaxProblem(file.path, 'it is not UTF-8 text'));
  const companions = await openCompanions(host, reader, { path: file.path, text }, tree);
  try {
    return reader.read({ path: file.path, text, companions });
  } catch (error) {
    if (error instanceof RangeError && error.message.includes('call stack')) {
      return unreadable(syntaxProblem(file.path, 'it is nested more deeply than any real file'));
    }
    throw error;
  }
}

async function openCompanions(
  host: Host,
  reader: Reader,
  { path, text }: SourceFile,
  tree: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const opened = new Map([[path, text]]);
  const tried = new Set([path]);
  for (;;) {
    const wanted = (reader.companions?.(opened, path, tree) ?? []).filter((candidate) => !tried.has(candidate));
    if (wanted.length === 0) return opened;
    for (const companion of wanted) {
      tried.add(companion);
      const bytes = await host.files.read(companion);
      const companionText = bytes === undefined ? undefined : decodeText(bytes);
      if (companionText !== undefined) opened.set(companion, companionText);
    }
  }
}

function skipped(file: ListedFile, reader: ReaderEntry) {
  const row: ScannedFile = {
    path: file.path,
    reader: reader.name,
    status: 'skipped',
    reason: 'ignored by tureen.yaml',
    graph: 'none',
  };
  return { reading: unreadable(), row };
}

function notUnderstood(file: ListedFile, title: string) {
  const row: ScannedFile = {
    path: file.path,
    reader: undefined,
    status: 'not-understood',
    reason: `no reader for ${title} yet`,
    graph: 'none',
  };
  const diagnostics: Diagnostic[] = [
    {
      rule: 'reading/no-reader',
      severity: 'warning',
      message: `${file.path} looks like an input (${title}), but there is no reader for it yet`,
      place: { file: file.path },
      help: 'Export it as a CycloneDX SBOM or enter its components in tureen.yaml; or list the file under `ignore` there.',
    },
  ];
  return { reading: { ...unreadable(), diagnostics }, row };
}
