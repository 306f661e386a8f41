import { distributionOf, osReleasePaths } from '../../base/packages/system/os-release.ts';
import { syntaxProblem, unreadable } from '../../base/reading.ts';
import type { LicenceStatement } from '../../model/component.ts';
import type { Reader, Source } from '../../model/plugs/reader.ts';
import { parseControlFile } from './control-file.ts';
import { copyrightPath, copyrightPaths, statedInCopyright } from './copyright-file.ts';
import { isPackageName } from './package-name.ts';
import { debianComponent } from './debian-component.ts';
import { dpkgProblems } from './dpkg-problems.ts';
import { extendedStatesPath, readExtendedStates } from './extended-states.ts';
import { dependencyFinder } from './installed-dependencies.ts';
import { readInstalledPackage, type InstalledPackage } from './installed-package.ts';
import { fileListPaths, listedFiles } from './listed-files.ts';

/**
 * Reads dpkg's database of installed packages: the file `status`, or the one file a package in the `status.d` of
 * images without dpkg, where what is needed can only be looked for under its own name. The database does not name
 * the vendor, so without os-release the package URLs have no namespace.
 */
export const dpkg: Reader = {
  name: 'dpkg',
  title: 'dpkg status and status.d',
  capabilities: { scope: false, graph: true, hashes: false, licence: true, direct: true },
  companions: (opened, path, tree) => [
    ...osReleasePaths(rootOf(path)),
    ...fileListPaths(path, tree),
    ...copyrightPaths(rootOf(path), packagesIn(opened.get(path))),
    ...(isOneOfMany(path) ? neighbourPaths(packagesIn(opened.get(path)), path) : [extendedStatesPath(rootOf(path))]),
  ],
  read: (source) => {
    const { path, text } = source;
    const file = parseControlFile(text);
    if ('message' in file) return unreadable(syntaxProblem(path, file.message, file.at));
    const packages = file.paragraphs.flatMap((paragraph) => readInstalledPackage(paragraph) ?? []);
    if (packages.length === 0) return unreadable(syntaxProblem(path, 'none of its paragraphs has the field "Package"'));

    const present = packages.filter(({ state }) => state !== 'not-installed' && state !== 'config-files');
    const distribution = distributionOf(rootOf(path), source.companions);
    const states = readExtendedStates(rootOf(path), isOneOfMany(path) ? undefined : source.companions);
    const findNeeded = dependencyFinder([...present, ...neighbours(source, packages)]);
    const rows = present.map((one) => ({ one, met: findNeeded(one) }));
    return {
      components: rows.map(({ one, met }) =>
        debianComponent(one, path, {
          distribution,
          relation: states.relationOf(one),
          needed: met.needed,
          licences: licencesOf(source, [one, ...met.needed.filter((other) => isSameSource(one, other))]),
        }),
      ),
      graph: rows.some(({ met }) => met.unmet.length > 0) ? 'partial' : 'complete',
      diagnostics: [
        ...dpkgProblems(path, { paragraphs: file.paragraphs, rows, distribution, oneOfMany: isOneOfMany(path) }),
        ...states.diagnostics,
      ],
      owns: listedFiles(rootOf(path), source.companions),
    };
  },
};

/**
 * What its copyright file states. A package may have that of another one of the same source which it needs, by a link
 * (Debian policy, 12.5).
 */
function licencesOf({ path, companions }: Source, packages: readonly InstalledPackage[]): readonly LicenceStatement[] {
  for (const { name } of packages) {
    const file = copyrightPath(rootOf(path), name);
    const text = companions.get(file);
    if (text !== undefined) return statedInCopyright(text, file);
  }
  return [];
}

function isSameSource({ source }: InstalledPackage, { source: other }: InstalledPackage): boolean {
  return source !== undefined && source.name === other?.name && source.version === other.version;
}

function rootOf(path: string): string {
  return path.replace(/var\/lib\/dpkg\/status(\.d\/[^/]*)?$/, '');
}

/** A file of `status.d` holds one package, and what it needs stands in files beside it. */
function isOneOfMany(path: string): boolean {
  return path.includes('/dpkg/status.d/');
}

function neighbours({ path, companions }: Source, packages: readonly InstalledPackage[]): readonly InstalledPackage[] {
  if (!isOneOfMany(path)) return [];
  return neighbourPaths(packages, path)
    .filter((neighbour) => neighbour !== path)
    .flatMap((neighbour) => packagesIn(companions.get(neighbour)));
}

function neighbourPaths(packages: readonly InstalledPackage[], path: string): readonly string[] {
  const names = packages
    .flatMap(({ dependencies }) => dependencies.flatMap(({ alternatives }) => alternatives))
    .map(({ name }) => name)
    .filter(isPackageName);
  return [...new Set(names)].map((name) => path.replace(/(?<![^/])[^/]+$/, name));
}

function packagesIn(text: string | undefined): readonly InstalledPackage[] {
  const file = parseControlFile(text ?? '');
  return 'message' in file ? [] : file.paragraphs.flatMap((paragraph) => readInstalledPackage(paragraph) ?? []);
}
