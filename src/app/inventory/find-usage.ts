import { decodeText } from '../../base/decode-text.ts';
import { globs } from '../../base/paths/glob.ts';
import { textKeeper } from '../../base/remembering/text-keeper.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ImportFinder } from '../../model/plugs/import-finder.ts';
import type { Usage } from '../../model/inventory/usage.ts';
import type { FiledHint } from '../../usage/hints-for.ts';
import { joinImports, type LookedThrough } from '../../usage/join-imports.ts';
import { finderOf, isGenerated, roleOf } from '../../usage/own-sources.ts';
import { findSystems } from './find-systems.ts';
import type { Host, ListedFile } from '../host.ts';

/** What the product's own sources import, and which of them could not be looked through. */
export type FoundUsage = { readonly usage: Usage; readonly diagnostics: readonly Diagnostic[] };

/** The largest source file that is looked through; what is larger holds data or was written by a program. */
const largestBytes = 2 ** 20;

/**
 * Looks through the product's own sources for imports of the components. `ignore` holds globs of files that are no part
 * of the product, by the device's record; languages that import none of the components are not opened.
 */
export async function findUsage(
  host: Pick<Host, 'files'>,
  ignore: readonly string[],
  components: readonly Component[],
): Promise<FoundUsage> {
  const { files } = await host.files.list();
  const ignored = globs(ignore);
  const withinOf = findSystems(files.map(({ path }) => path));
  const types = new Set(components.map(({ type }) => type));
  const sources: LookedThrough[] = [];
  const keep = textKeeper();
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const finder = finderOf(file.path);
    if (
      finder === undefined ||
      ignored(file.path) ||
      withinOf(file.path) === 'system' ||
      !finder.types.some((type) => types.has(type))
    )
      continue;
    if (file.bytes > largestBytes) {
      if (!(await isOwnReport(host, file))) diagnostics.push(tooLarge(file));
    } else {
      const source = await lookThrough(host, file, finder, keep);
      if (source !== undefined) sources.push(source);
    }
  }
  const hints = await readHints(host, files, sources);
  const tree = new Set(files.map(({ path }) => path));
  return { usage: joinImports(sources, { components, hints, tree }), diagnostics };
}

async function lookThrough(
  host: Pick<Host, 'files'>,
  { path }: ListedFile,
  finder: ImportFinder,
  keep: (text: string) => string,
): Promise<LookedThrough | undefined> {
  const bytes = await host.files.read(path);
  const text = bytes === undefined ? undefined : sourceText(bytes);
  if (text === undefined || isGenerated(text)) return undefined;
  const { imports, declares = [] } = finder.find(text);
  return {
    path,
    finder,
    role: roleOf(path, finder),
    imports: imports.map((one) => ({ ...one, module: keep(one.module) })),
    declares: declares.map(keep),
  };
}

/** Old sources are written in other encodings than UTF-8; what is imported is ASCII in all of them but UTF-16. */
function sourceText(bytes: Uint8Array): string | undefined {
  const text = decodeText(bytes);
  if (text !== undefined) return text;
  const bom =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  return new TextDecoder(bom ?? 'latin1').decode(bytes);
}

async function readHints(host: Pick<Host, 'files'>, files: readonly ListedFile[], sources: readonly LookedThrough[]) {
  const kinds = new Set(sources.flatMap(({ finder: { hints } }) => hints ?? []));
  const filed: FiledHint[] = [];
  for (const hints of kinds) {
    const isHint = globs(hints.files);
    for (const file of files) {
      const { path } = file;
      if (!isHint(path) || file.bytes > largestBytes) continue;
      const content = await host.files.read(path);
      const text = content === undefined ? undefined : decodeText(content);
      if (text !== undefined) filed.push({ file: path, hints, said: hints.read(path, text) });
    }
  }
  return filed;
}

/** A report that Tureen wrote into the folder imports nothing, however long it is. */
async function isOwnReport(host: Pick<Host, 'files'>, { path }: ListedFile): Promise<boolean> {
  if (!path.endsWith('.html')) return false;
  const bytes = await host.files.read(path);
  const head = new TextDecoder('latin1').decode(bytes?.subarray(0, 1024));
  return head.includes('<meta name="generator" content="Tureen">');
}

function tooLarge({ path, bytes }: ListedFile): Diagnostic {
  return {
    rule: 'usage/too-large',
    severity: 'note',
    message: `${path} was not looked through for imports: it has ${(bytes / 2 ** 20).toFixed(1)} MiB`,
    place: { file: path },
    help: 'List it under `ignore` in tureen.yaml when it is no source of the product; else see by hand what it imports.',
  };
}
