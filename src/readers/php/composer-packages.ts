import { quote } from '../../base/quote.ts';
import { syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Component } from '../../model/component.ts';
import type { KeyPath } from '../../model/place.ts';
import type { Reading } from '../../model/plugs/reader.ts';
import { composerFinder, type ComposerRow } from './composer-finder.ts';
import { packageNames, type ComposerLock } from './composer-lock-schema.ts';
import type { ComposerManifest } from './composer-manifest.ts';
import { composerNotes } from './composer-notes.ts';
import { composerPackage, composerPurl } from './composer-package.ts';

/** Makes components of both lists; a name may be met by a package that replaces or provides it. */
export function readComposerPackages(
  file: string,
  lock: ComposerLock,
  manifest: ComposerManifest | undefined,
  lineOf: (path: KeyPath) => number,
): Reading {
  const rows = (['packages', 'packages-dev'] as const).flatMap((list) =>
    (lock[list] ?? []).map((entry, index): ComposerRow => {
      const at = { file, line: lineOf([list, index]) };
      return { list, entry, at, facts: composerPackage(entry, at) };
    }),
  );
  const find = composerFinder(rows);
  const crowd = rows
    .flatMap(({ entry }) => packageNames(entry.require))
    .find((name) => find(name).length > mostMeeting);
  if (crowd !== undefined)
    return unreadable(syntaxProblem(file, `${find(crowd).length} of its packages meet the need for ${quote(crowd)}`));
  const asked = new Set(manifest?.asks.flatMap(({ name }) => find(name)));
  const own = rows.filter(({ facts }) => facts.firstParty);
  const direct = new Set([...asked, ...own.flatMap(({ entry }) => packageNames(entry.require)).flatMap(find)]);
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
    components: [...rootComponent(file, manifest, asked), ...components],
    graph: 'complete',
    diagnostics: composerNotes({ file, lock, rows, manifest, find, lineOf }),
  };
}

/** Of what stands in for one package, a real lockfile holds a few. */
const mostMeeting = 200;

function purlsOf(rows: Iterable<ComposerRow>): readonly string[] {
  return [...new Set([...rows].map(({ facts }) => facts.purl))].toSorted();
}

/** The product itself, which no lockfile of Composer lists: it stands on its first line. */
function rootComponent(
  file: string,
  manifest: ComposerManifest | undefined,
  asked: ReadonlySet<ComposerRow>,
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
      dependsOn: purlsOf(asked),
    },
  ];
}
