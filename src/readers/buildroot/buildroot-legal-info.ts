import { quote } from '../../base/quote.ts';
import { entryProblem, syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Hash } from '../../model/component.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { buildrootComponent, versionProblem, type BuildrootPackage } from './buildroot-package.ts';
import { readLegalManifest, type LegalRow } from './legal-manifest.ts';

/** Reads what `make legal-info` of Buildroot writes: one manifest of what is built for the target, one of build tools. */
export const buildrootLegalInfo: Reader = {
  name: 'buildroot-legal-info',
  title: 'Buildroot legal-info manifests, with legal-info.sha256',
  capabilities: { scope: true, graph: true, hashes: true, licence: true, direct: false },
  companions: (_, path) => [sumsBeside(path)],
  read: ({ path, text, companions }) => {
    const manifest = readLegalManifest(text);
    if ('message' in manifest) return unreadable(syntaxProblem(path, manifest.message, manifest.at));
    const rows = manifest.rows.filter(({ name }) => name !== '');
    if (rows.length === 0) return unreadable(syntaxProblem(path, 'it names no package', { line: 1 }));
    const hashes = archiveHashes(companions.get(sumsBeside(path)) ?? '');
    const packages = rows.map((row) => ({ row, one: packageOf(row, path, hashes) }));
    const byName = new Map(packages.map(({ row, one }) => [row.name, one]));
    const resolve = ({ needs }: LegalRow) =>
      needs?.map((name) => ({ name, one: byName.get(isHost(path) ? name.replace(/^host-/, '') : name) }));
    const needs = packages.map(({ row, one }) => ({ one, needed: resolve(row) }));
    const absent = new Set(
      needs.flatMap(({ needed = [] }) => needed.flatMap(({ name, one }) => (one === undefined ? [name] : []))),
    );
    return {
      components: needs.map(({ one, needed }) =>
        buildrootComponent(
          one,
          needed?.flatMap((met) => met.one ?? []),
        ),
      ),
      graph: rows[0]?.needs === undefined ? 'none' : absent.size > 0 ? 'partial' : 'complete',
      diagnostics: [
        ...manifest.rows.flatMap((row) => nameless(path, row)),
        ...packages.flatMap(({ one }) => versionProblem(one)),
        ...absentNeeds(path, [...absent].toSorted()),
      ],
    };
  },
};

function isHost(path: string): boolean {
  return path.endsWith('host-manifest.csv');
}

function sumsBeside(path: string): string {
  return path.replace(/(?<![^/])[^/]+$/, 'legal-info.sha256');
}

/** Lines of `sha256sum` over what was saved, such as `sources/zlib-1.3.1/zlib-1.3.1.tar.xz`. */
function archiveHashes(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split('\n').flatMap((line): [string, string][] => {
      const [, value, file] = /^([0-9a-f]{64}) [ *](?:\.\/)?(\S+)\r?$/.exec(line) ?? [];
      return value === undefined || file === undefined ? [] : [[file, value]];
    }),
  );
}

function packageOf(row: LegalRow, file: string, hashes: ReadonlyMap<string, string>): BuildrootPackage {
  const { name, version, licence, archive, site, line } = row;
  const host = isHost(file);
  const saved = archive !== '' && archive !== 'not saved';
  const value = hashes.get(`${host ? 'host-' : ''}sources/${name}-${version}/${archive}`);
  const hash: Hash | undefined = value === undefined ? undefined : { algorithm: 'sha256', value, of: 'archive' };
  const own = !host && name === 'buildroot';
  return {
    name,
    version,
    licence: licence === '' || licence === 'unknown' ? undefined : licence,
    download: saved && /^[a-z+]+:\/\//.test(site) ? `${site.replace(/\/$/, '')}/${archive}` : undefined,
    hash,
    scope: host || own ? 'development' : 'runtime',
    reason: host
      ? 'host-manifest.csv lists what was built for the building machine'
      : own
        ? 'Buildroot itself, which builds the image'
        : 'manifest.csv lists what was built for the target',
    at: { file, line },
  };
}

function nameless(file: string, { name, line }: LegalRow): Diagnostic[] {
  if (name !== '') return [];
  return [entryProblem({ file, line }, 'this row names no package', 'Let make legal-info write the file anew.')];
}

/** Virtual packages have no row of their own. */
function absentNeeds(file: string, names: readonly string[]): Diagnostic[] {
  if (names.length === 0) return [];
  const message = `${names.length} ${names.length === 1 ? 'dependency has' : 'dependencies have'} no row of their own: ${names.slice(0, 10).map(quote).join(', ')}`;
  const help = 'Virtual packages such as toolchain never have one; make show-info tells what stands behind them.';
  return [{ ...entryProblem({ file }, message, help), severity: 'note' }];
}
