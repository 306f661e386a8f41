import { quote } from '../../base/quote.ts';
import { entryProblem, syntaxProblem, unreadable } from '../../base/reading.ts';
import { strayFolder } from '../../base/stray-folder.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KeyPath, LinePlace } from '../../model/place.ts';
import type { Reading } from '../../model/reader.ts';
import { packageNames, platformNames, type ComposerEntry, type ComposerLock } from './composer-lock-schema.ts';
import type { ComposerManifest } from './composer-manifest.ts';
import { composerPackage, composerPurl, type ComposerFacts } from './composer-package.ts';

/** Makes components of both lists; a name may be met by a package that replaces or provides it. */
export function readComposerPackages(
  file: string,
  lock: ComposerLock,
  manifest: ComposerManifest | undefined,
  lineOf: (path: KeyPath) => number,
): Reading {
  const rows = (['packages', 'packages-dev'] as const).flatMap((list) =>
    (lock[list] ?? []).map((entry, index): Row => {
      const at = { file, line: lineOf([list, index]) };
      return { list, entry, at, facts: composerPackage(entry, at) };
    }),
  );
  const find = finder(rows);
  const crowd = rows
    .flatMap(({ entry }) => packageNames(entry.require))
    .find((name) => find(name).length > mostMeeting);
  if (crowd !== undefined)
    return unreadable(syntaxProblem(file, `${find(crowd).length} of its packages meet the need for ${quote(crowd)}`));
  const direct = new Set(manifest?.asks.flatMap(({ name }) => find(name)));
  const components = rows.map((row): Component => {
    const { list, entry, at, facts } = row;
    const scope = list === 'packages' ? 'runtime' : 'development';
    const needs = packageNames(entry.require).flatMap(find);
    return {
      ...facts,
      scope,
      scopeEvidence: [{ scope, reason: `"${list}"`, at }],
      relation: facts.firstParty || direct.has(row) ? 'direct' : manifest === undefined ? 'unknown' : 'transitive',
      dependsOn: purlsOf(needs.filter((need) => need !== row)),
    };
  });
  return {
    components: [...rootComponent(file, manifest, direct), ...components],
    graph: 'complete',
    diagnostics: [
      ...unmetAsks(manifest, find),
      ...rows.flatMap((row) => [...unmetNeeds(row, manifest, find), ...folderProblem(row)]),
      ...aliasNotes(file, lock, lineOf),
      ...platformNote(file, lock, rows),
    ],
  };
}

/** Of what stands in for one package, a real lockfile holds a few. */
const mostMeeting = 200;

type Row = {
  readonly list: 'packages' | 'packages-dev';
  readonly entry: ComposerEntry;
  readonly at: LinePlace;
  readonly facts: ComposerFacts;
};

/** The package of a name, or else those that stand in for it. */
function finder(rows: readonly Row[]): (name: string) => readonly Row[] {
  const named = Map.groupBy(rows, ({ entry }) => entry.name.toLowerCase());
  const standing = new Map<string, Row[]>();
  for (const row of rows) {
    for (const name of new Set([...packageNames(row.entry.replace), ...packageNames(row.entry.provide)])) {
      const known = standing.get(name);
      if (known === undefined) standing.set(name, [row]);
      else known.push(row);
    }
  }
  return (name) => named.get(name) ?? standing.get(name) ?? [];
}

function purlsOf(rows: Iterable<Row>): readonly string[] {
  return [...new Set([...rows].map(({ facts }) => facts.purl))].toSorted();
}

/** The product itself, which no lockfile of Composer lists: it stands on its first line. */
function rootComponent(
  file: string,
  manifest: ComposerManifest | undefined,
  direct: ReadonlySet<Row>,
): readonly Component[] {
  const { name, version } = manifest ?? {};
  if (name === undefined) return [];
  const at = { file, line: 1 };
  return [
    {
      ...composerPackage({ name, version: version ?? '' }, at),
      purl: composerPurl(name, version),
      version,
      firstParty: true,
      scope: 'runtime',
      scopeEvidence: [{ scope: 'runtime', reason: 'the package that the lockfile was made for', at }],
      relation: 'direct',
      dependsOn: purlsOf(direct),
    },
  ];
}

const update = 'Run composer update --lock and commit composer.lock.';

function unmetAsks(manifest: ComposerManifest | undefined, find: (name: string) => readonly Row[]): Diagnostic[] {
  const unmet = manifest?.asks.filter(({ name }) => find(name).length === 0 && !manifest.standsFor.has(name));
  return (unmet ?? []).map(({ name, at }) =>
    entryProblem(at, `${at.file} asks for ${quote(name)}, which composer.lock does not list`, update),
  );
}

function unmetNeeds(
  { entry, at }: Row,
  manifest: ComposerManifest | undefined,
  find: (name: string) => readonly Row[],
): Diagnostic[] {
  return packageNames(entry.require)
    .filter((name) => find(name).length === 0 && manifest?.standsFor.has(name) !== true)
    .map((name) => entryProblem(at, `${entry.name} needs ${quote(name)}, which this lockfile does not hold`, update));
}

function folderProblem({ entry: { name, dist }, at, facts }: Row): readonly Diagnostic[] {
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
function platformNote(file: string, { platform }: ComposerLock, rows: readonly Row[]): Diagnostic[] {
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
