import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import { strayFolder } from '../../base/paths/stray-folder.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KeyPath } from '../../model/place.ts';
import type { ComposerRow } from './composer-finder.ts';
import { packageNames, platformNames, type ComposerLock } from './composer-lock-schema.ts';
import type { ComposerManifest } from './composer-manifest.ts';

type ReadLock = {
  readonly file: string;
  readonly lock: ComposerLock;
  readonly rows: readonly ComposerRow[];
  readonly manifest: ComposerManifest | undefined;
  readonly find: (name: string) => readonly ComposerRow[];
  readonly lineOf: (path: KeyPath) => number;
};

/** What is not held, lies elsewhere, passes for another version, or is told by no lockfile. */
export function composerNotes({ file, lock, rows, manifest, find, lineOf }: ReadLock): readonly Diagnostic[] {
  return [
    ...unmetAsks(manifest, find),
    ...rows.flatMap((row) => [...unmetNeeds(row, manifest, find), ...folderProblem(row)]),
    ...aliasNotes(file, lock, lineOf),
    ...platformNote(file, lock, rows),
  ];
}

const update = 'Run composer update --lock and commit composer.lock.';

function unmetAsks(
  manifest: ComposerManifest | undefined,
  find: (name: string) => readonly ComposerRow[],
): Diagnostic[] {
  const unmet = manifest?.asks.filter(({ name }) => find(name).length === 0 && !manifest.standsFor.has(name));
  return (unmet ?? []).map(({ name, at }) =>
    entryProblem(at, `${at.file} asks for ${quote(name)}, which composer.lock does not list`, update),
  );
}

function unmetNeeds(
  { entry, at }: ComposerRow,
  manifest: ComposerManifest | undefined,
  find: (name: string) => readonly ComposerRow[],
): Diagnostic[] {
  return packageNames(entry.require)
    .filter((name) => find(name).length === 0 && manifest?.standsFor.has(name) !== true)
    .map((name) => entryProblem(at, `${entry.name} needs ${quote(name)}, which this lockfile does not hold`, update));
}

function folderProblem({ entry: { name, dist }, at, facts }: ComposerRow): readonly Diagnostic[] {
  return facts.firstParty ? strayFolder(at, name, dist?.url ?? '') : [];
}

/** `dev-main as 1.2.0`: who compares versions would take the branch for a release. */
function aliasNotes(file: string, { aliases }: ComposerLock, lineOf: (path: KeyPath) => number): Diagnostic[] {
  return (aliases ?? []).map((alias, index) => ({
    ...entryProblem(
      { file, line: lineOf(['aliases', index]) },
      `${alias.package} ${quote(alias.version)} passes for ${quote(alias.alias)}; it is listed as what it is`,
      'Ask for a release as soon as there is one, for advisories tell nothing of a branch.',
    ),
    severity: 'note',
  }));
}

/** PHP is SOUP too, but no lockfile fixes its version. */
function platformNote(file: string, { platform }: ComposerLock, rows: readonly ComposerRow[]): Diagnostic[] {
  const names = new Set([
    ...platformNames(platform),
    ...rows.flatMap(({ list, entry }) => (list === 'packages' ? platformNames(entry.require) : [])),
  ]);
  if (names.size === 0) return [];
  const message = `what is shipped needs ${[...names].toSorted().join(', ')}, whose versions composer.lock does not tell`;
  return [
    {
      ...entryProblem({ file }, message, 'Scan the image that holds PHP, or enter it in tureen.yaml.'),
      severity: 'note',
    },
  ];
}
