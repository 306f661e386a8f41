import { needsMeeter, type MetNeeds } from '../../base/packages/system/meet-needs.ts';
import { distributionOf, osReleasePaths } from '../../base/packages/system/os-release.ts';
import { quote } from '../../base/quote.ts';
import { entryProblem, syntaxProblem, unreadable } from '../../base/reading.ts';
import { vendorUnknown } from '../../base/packages/system/vendor-unknown.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { apkComponent } from './apk-component.ts';
import { readApkDatabase, type ApkPackage } from './apk-database.ts';
import { apkFiles } from './apk-files.ts';
import { relationFinder, worldPath } from './apk-world.ts';

/**
 * Reads the database of installed packages of apk-tools, as Alpine, Wolfi and new OpenWrt have it. It does not name the
 * vendor, so without os-release the package URLs have no namespace.
 */
export const apkInstalled: Reader = {
  name: 'apk-installed',
  title: 'apk installed, with world',
  capabilities: { scope: false, graph: true, hashes: true, licence: true, direct: true },
  companions: (_, path) => [...osReleasePaths(rootOf(path)), worldPath(rootOf(path))],
  read: ({ path, text, companions }) => {
    const database = readApkDatabase(text);
    if ('message' in database) return unreadable(syntaxProblem(path, database.message, { line: database.line }));
    const { packages, nameless } = database;
    if (packages.length === 0) return unreadable(syntaxProblem(path, 'none of its paragraphs names a package (P:)'));
    const real = packages.filter(({ virtual }) => !virtual);
    const distribution = distributionOf(rootOf(path), companions);
    const relationOf = relationFinder(companions.get(worldPath(rootOf(path))), packages);
    const meet = needsMeeter(real);
    const rows = real.map((one) => ({ one, met: meet(one) }));
    return {
      components: rows.map(({ one, met }) =>
        apkComponent(one, path, { distribution, relation: relationOf(one), needed: met.needed }),
      ),
      graph: rows.some(({ met }) => met.unmet.length > 0) || nameless.length > 0 ? 'partial' : 'complete',
      diagnostics: [
        ...vendorUnknown(path, distribution),
        ...nameless.map((line) => entryProblem({ file: path, line }, 'this paragraph names no package (P:)', takeAnew)),
        ...packages.flatMap((one) => [...virtualLeftOut(path, one), ...versionless(path, one)]),
        ...rows.flatMap(({ one, met }) => unmetNeeds(path, one, met)),
      ],
      owns: apkFiles(text, rootOf(path)),
    };
  },
};

function rootOf(path: string): string {
  return path.replace(/(?:usr\/)?lib\/apk\/db\/installed$/, '');
}

function virtualLeftOut(file: string, { name, virtual, line }: ApkPackage): Diagnostic[] {
  if (!virtual) return [];
  const message = `"${name}" is a virtual package, a name for a group of others without content, and is not listed`;
  const help =
    'Nothing needs to be done; if its group was only there to build, remove it with apk del before shipping.';
  return [{ ...entryProblem({ file, line }, message, help), severity: 'note' }];
}

function versionless(file: string, { name, version, virtual, line }: ApkPackage): Diagnostic[] {
  if (version !== undefined || virtual) return [];
  return [entryProblem({ file, line }, `${quote(name)} has no version (V:)`, takeAnew)];
}

function unmetNeeds(file: string, { name, line }: ApkPackage, { unmet }: MetNeeds<ApkPackage>): Diagnostic[] {
  if (unmet.length === 0) return [];
  const message = `"${name}" needs ${unmet.map(quote).join(', ')}, which no package here is or provides`;
  const help = 'Mend the installation with apk fix if that was not meant; the graph lacks these edges.';
  return [entryProblem({ file, line }, message, help)];
}

const takeAnew = 'Take the file from the system anew.';
