import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync, type Stats } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { tool } from '../app/product.ts';
import { cacheFolder } from '../node/cache-folder.ts';
import { withUsualFlags } from './tune-heap.ts';

/**
 * Loads the files of a build with what V8 compiled of them in an earlier run of the same command: what that run called,
 * and nothing else. Gives what keeps the code of this run, to be called when it has ended well. Without a folder where only
 * this user may write, every run compiles for itself.
 */
export function useKeptCode(build: string, command: string): () => void {
  const folder = openFolder();
  if (folder === undefined) return () => undefined;
  const compiled = new Map<string, Script>();
  const { cache, extensions } = createRequire(build);
  const loadPlainly = extensions['.js'];
  const load = (module: NodeJS.Module, path: string): void => {
    const source = dirname(path) === build ? readFileSync(path, 'latin1') : undefined;
    // Node warns of every script that imports: that is an experiment.
    if (source === undefined || /\bimport\(/.test(source)) {
      loadPlainly(module, path);
      return;
    }
    const file = join(folder, `${command}-${basename(path)}-${source.length}`);
    const { script, isKept } = compile(path, source, readKept(file));
    if (!isKept) compiled.set(file, script);
    const run = script.runInThisContext() as (...given: readonly unknown[]) => void;
    run.call(module.exports, module.exports, (id: string) => loadBeside(module, id), module, path, build);
  };
  const loadWithUsualFlags = (module: NodeJS.Module, path: string) => withUsualFlags(() => load(module, path));
  // Node would look at length for a file of the build, which lies beside the one that asks for it.
  const loadBeside = (asking: NodeJS.Module, id: string): unknown => {
    if (!id.startsWith('./')) return asking.require(id);
    const path = join(build, id);
    const known = cache[path];
    if (known !== undefined) return known.exports;
    const module = Object.assign(new Module(path, asking), { filename: path, paths: asking.paths });
    cache[path] = module;
    loadWithUsualFlags(module, path);
    module.loaded = true;
    return module.exports;
  };
  extensions['.cjs'] = loadWithUsualFlags;
  return () =>
    withUsualFlags(() => {
      for (const [file, script] of compiled) writeKept(file, script.createCachedData());
    });
}

/** A file as the function that Node makes of each, from the code that was kept if V8 accepts it. */
function compile(filename: string, source: string, cachedData: Uint8Array | undefined) {
  const text = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
  const script = new Script(text, cachedData === undefined ? { filename } : { filename, cachedData });
  return { script, isKept: script.cachedDataRejected === false };
}

/** The folder for this version and Node; `undefined` where somebody else may write, for that would run as this user. */
function openFolder(): string | undefined {
  try {
    const folder = join(cacheFolder(), 'tureen', 'code', `${tool.version}-${process.version}-${process.arch}`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const facts = lstatSync(folder);
    return facts.isDirectory() && isOurs(facts) ? folder : undefined;
  } catch {
    return undefined;
  }
}

function isOurs({ uid, mode }: Stats): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

/** What a file holds twice; nothing when the halves differ, for V8 would run what a faulty disk has made of it. */
function readKept(file: string): Uint8Array | undefined {
  const facts = lstatSync(file, { throwIfNoEntry: false });
  if (facts?.isFile() !== true || !isOurs(facts)) return undefined;
  const bytes = readFileSync(file);
  const half = bytes.subarray(0, bytes.length / 2);
  return half.equals(bytes.subarray(half.length)) ? half : undefined;
}

/** Writes a file whole or not at all; where it cannot be written, the next run compiles again. */
function writeKept(file: string, code: Uint8Array): void {
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, Buffer.concat([code, code]), { mode: 0o600, flag: 'wx' });
    renameSync(draft, file);
  } catch {
    rmSync(draft, { force: true });
  }
}
