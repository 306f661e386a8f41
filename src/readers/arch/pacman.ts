import { systemPackage, systemParts } from '../../base/packages/system/system-package.ts';
import { distributionOf, osReleasePaths, type Distribution } from '../../base/packages/system/os-release.ts';
import { formatPurl } from '../../base/packages/purl.ts';
import { quote } from '../../base/quote.ts';
import { entryProblem, syntaxProblem, unreadable } from '../../base/reading.ts';
import { vendorUnknown } from '../../base/packages/system/vendor-unknown.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reader, Source } from '../../model/plugs/reader.ts';
import { readPacmanDesc, type PacmanPackage } from './pacman-desc.ts';

/**
 * Reads the local database of pacman, a folder with a file `desc` for each package. What a package needs is looked for under
 * its own name only: which package provides another name, all files together would tell.
 */
export const pacman: Reader = {
  name: 'pacman',
  title: 'pacman local database',
  capabilities: { scope: false, graph: true, hashes: false, licence: true, direct: true },
  companions: (opened, path, tree) => {
    const one = readPacmanDesc(opened.get(path) ?? '');
    const needs = new Set('message' in one ? [] : one.needs);
    const folder = databaseOf(path);
    return [
      ...osReleasePaths(rootOf(path)),
      filesBeside(path),
      ...(needs.size === 0 ? [] : tree.filter((other) => other.startsWith(folder) && needs.has(nameIn(other)))),
    ];
  },
  read: (source) => {
    const { path, text, companions } = source;
    const one = readPacmanDesc(text);
    if ('message' in one) return unreadable(syntaxProblem(path, one.message, { line: one.line }));
    const distribution = distributionOf(rootOf(path), companions);
    const beside = neighbours(source);
    const unmet = one.needs.filter((name) => name !== one.name && !beside.has(name));
    return {
      components: [
        componentOf(
          one,
          path,
          distribution,
          one.needs.flatMap((name) => beside.get(name) ?? []),
        ),
      ],
      graph: unmet.length > 0 ? 'partial' : 'complete',
      diagnostics: [...vendorUnknown(path, distribution), ...versionless(path, one), ...unmetNeeds(path, one, unmet)],
      owns: filesOf(companions.get(filesBeside(path)) ?? '', rootOf(path)),
    };
  },
};

function rootOf(path: string): string {
  return path.replace(/var\/lib\/pacman\/local\/(?<![^/])[^/]*\/desc$/, '');
}

function filesBeside(path: string): string {
  return path.replace(/desc$/, 'files');
}

/** The file `files` lists, below `%FILES%` and up to a blank line, what a package installed; folders end in a slash. */
function filesOf(text: string, root: string): readonly string[] {
  const [, section = ''] = text.split('%FILES%\n', 2);
  const lines = section.split('\n\n', 1)[0]?.split('\n') ?? [];
  return lines.filter((line) => line !== '' && !line.endsWith('/')).map((line) => root + line);
}

function databaseOf(path: string): string {
  return path.replace(/(?<![^/])[^/]*\/desc$/, '');
}

/** Folders are named `<name>-<version>-<release>`. */
function nameIn(path: string): string {
  return /(?<![^/])([^/]+)-[^-/]+-[^-/]+\/desc$/.exec(path)?.[1] ?? '';
}

function neighbours({ path, companions }: Source): ReadonlyMap<string, PacmanPackage> {
  const found = new Map<string, PacmanPackage>();
  for (const [other, text] of companions) {
    if (other === path || !other.endsWith('/desc')) continue;
    const one = readPacmanDesc(text);
    if (!('message' in one)) found.set(one.name, one);
  }
  return found;
}

function componentOf(
  one: PacmanPackage,
  file: string,
  distribution: Distribution | undefined,
  needed: readonly PacmanPackage[],
): Component {
  const at = { file, line: one.line };
  return {
    ...systemPackage(systemParts('alpm', one, distribution), at),
    relation: one.automatic ? 'transitive' : 'direct',
    licences: one.licences.map((expression) => ({ expression, at })),
    supplier: one.packager,
    homepage: one.homepage,
    description: one.description,
    source: one.base === undefined || one.version === undefined ? undefined : { name: one.base, version: one.version },
    dependsOn: [...new Set(needed.map((other) => formatPurl(systemParts('alpm', other, distribution))))].toSorted(),
  };
}

function versionless(file: string, { name, version, line }: PacmanPackage): Diagnostic[] {
  if (version !== undefined) return [];
  return [
    entryProblem({ file, line }, `${quote(name)} has no version`, 'Reinstall the package, and take the file anew.'),
  ];
}

function unmetNeeds(file: string, { name, line }: PacmanPackage, unmet: readonly string[]): Diagnostic[] {
  if (unmet.length === 0) return [];
  const message = `${quote(name)} needs ${unmet.map(quote).join(', ')}, which no package is called; another may provide it`;
  const help = 'pacman -Qi tells what it is met by; the graph lacks these edges.';
  return [{ ...entryProblem({ file, line }, message, help), severity: 'note' }];
}
