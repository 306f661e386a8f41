import { distributionOf, osReleasePaths } from '../../base/packages/system/os-release.ts';
import { pathsBelow } from '../../base/paths/paths-below.ts';
import { quote } from '../../base/quote.ts';
import { entryProblem, syntaxProblem, unreadable } from '../../base/reading.ts';
import { vendorUnknown } from '../../base/packages/system/vendor-unknown.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { BytesSource, Reading } from '../../model/plugs/reader.ts';
import { rpmComponent } from './rpm-component.ts';
import { readRpmHeader } from './rpm-header.ts';
import { needsFinder, type MetNeeds } from './rpm-needs.ts';
import { rpmPackage, type RpmPackage } from './rpm-package.ts';

/** The files that a database of rpm needs from its root file system. */
export function rpmCompanions(_: unknown, path: string): readonly string[] {
  return osReleasePaths(rootOf(path));
}

/** Reads what the databases of rpm have in common: headers of packages, whatever file they were kept in. */
export function readRpmDatabase({ path, companions, tree }: BytesSource, blobs: readonly Uint8Array[]): Reading {
  const headers = blobs.map(readRpmHeader);
  const damaged = headers.flatMap((header) => ('message' in header ? [header.message] : []));
  const packages = headers.flatMap((header) => ('message' in header ? [] : (rpmPackage(header) ?? [])));
  if (packages.length === 0) {
    const reason = damaged[0] === undefined ? 'it holds no package' : `none of its headers is sound: ${damaged[0]}`;
    return unreadable(syntaxProblem(path, reason, { line: 1 }));
  }
  const installed = packages.filter(({ name }) => name !== 'gpg-pubkey');
  const distribution = distributionOf(rootOf(path), companions);
  const find = needsFinder(installed);
  const rows = installed.map((one) => ({ one, met: find(one) }));
  const at = { file: path, line: 1 };
  const nameless = headers.length - damaged.length - packages.length;
  return {
    components: rows.map(({ one, met }) => rpmComponent(one, at, distribution, met.needed)),
    graph: rows.some(({ met }) => met.unmet.length > 0) || damaged.length + nameless > 0 ? 'partial' : 'complete',
    diagnostics: [
      ...vendorUnknown(path, distribution),
      ...damaged.map((message) => damagedHeader(path, message)),
      ...Array.from({ length: nameless }, () => damagedHeader(path, 'it lacks name, version or release')),
      ...keysLeftOut(path, packages.length - installed.length),
      ...rows.flatMap(({ one, met }) => unmetNeeds(path, one, met)),
    ],
    owns: ownedFiles(rootOf(path), packages, tree),
  };
}

function rootOf(path: string): string {
  return path.replace(/(?:var\/lib|usr\/lib\/sysimage|usr\/share)\/rpm\/[^/]*$/, '');
}

/** A header names many thousand files; those that are there are enough. */
function ownedFiles(root: string, packages: readonly RpmPackage[], tree: readonly string[]): readonly string[] {
  const there = new Set(pathsBelow(tree, root).map((path) => `/${path.slice(root.length)}`));
  return packages.flatMap((one) => one.owns(there)).map((path) => root + path.slice(1));
}

function damagedHeader(file: string, message: string): Diagnostic {
  const help = 'Rebuild the database with rpm --rebuilddb, and take the file anew; the package is missing here.';
  return entryProblem({ file }, `a package in ${file} cannot be read: ${message}`, help);
}

function keysLeftOut(file: string, count: number): Diagnostic[] {
  if (count === 0) return [];
  const message = `${count} ${count === 1 ? 'entry' : 'entries'} named "gpg-pubkey" left out: such an entry is a key that signatures are checked with, no package`;
  return [{ ...entryProblem({ file }, message, 'Nothing needs to be done.'), severity: 'note' }];
}

function unmetNeeds(file: string, { name }: RpmPackage, { unmet }: MetNeeds): Diagnostic[] {
  if (unmet.length === 0) return [];
  const shown = unmet.slice(0, 5).map(quote).join(', ');
  const more = unmet.length > 5 ? ` and ${unmet.length - 5} more` : '';
  return [
    entryProblem(
      { file },
      `"${name}" needs ${shown}${more}, which no package here provides`,
      'Mend the installation if that was not meant (rpm -Va --nofiles names it too); the graph lacks these edges.',
    ),
  ];
}
