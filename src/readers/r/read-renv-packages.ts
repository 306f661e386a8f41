import { formatPurl } from '../../base/packages/purl.ts';
import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import { strayFolder } from '../../base/paths/stray-folder.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KeyPath, LinePlace } from '../../model/place.ts';
import type { Reading } from '../../model/plugs/reader.ts';
import { lockComponents, type Asked, type LockEdge, type LockEntry } from '../npm/lock-graph.ts';
import type { Description } from './description.ts';
import { rSource, type RSource } from './r-source.ts';
import { entriesIn, namesIn, type RenvEntry, type RenvLock } from './renv-lock-schema.ts';
import { renvPackage, rPackage } from './renv-package.ts';

/** Makes components of R and the packages of a lockfile; a package needs R, or what comes with it, by the same edge. */
export function readRenvPackages(
  file: string,
  lock: RenvLock,
  description: Description | undefined,
  lineOf: (path: KeyPath) => number,
): Reading {
  const language = languageEntry({ file, line: lineOf(['R']) }, lock.R.Version);
  const rows = entriesIn(lock).map(([name, entry]) => {
    const at = { file, line: lineOf(['Packages', name]) };
    const source = rSource(entry, lock);
    const kind = source.kind === 'folder' ? 'own' : 'foreign';
    return { name, entry, at, source, node: { facts: renvPackage(name, entry, source, at), kind } satisfies LockEntry };
  });
  const byName = new Map<string, LockEntry>(rows.map(({ name, node }) => [name, node]));
  const find = (name: string) => byName.get(name) ?? (isWithR(name) ? language : undefined);
  const diagnostics: Diagnostic[] = [];
  const edges = new Map<LockEntry, readonly LockEdge[]>([[language, []]]);
  const asked: Asked[] = [
    { to: language, evidence: { scope: 'runtime', reason: '"R"', at: language.facts.foundAt[0] } },
  ];
  for (const { name, evidence } of description?.asks ?? []) {
    const to = find(name);
    if (to !== undefined && to !== language) asked.push({ to, evidence });
    else if (to === undefined && evidence.scope === 'runtime')
      diagnostics.push(unmet(evidence.at, `DESCRIPTION asks for ${quote(name)}`));
  }
  for (const { name, entry, at, node } of rows) {
    const found = needsOf(entry).flatMap((need): LockEdge[] => {
      const to = find(need);
      if (to === undefined) diagnostics.push(unmet(at, `${name} needs ${quote(need)}`));
      return to === undefined ? [] : [{ to, isOptional: false }];
    });
    edges.set(node, found);
  }
  for (const root of rootEntry(file, description))
    edges.set(
      root,
      asked.map(({ to }) => ({ to, isOptional: false })),
    );
  // Before 0.16, renv kept no needs at all; a package without any is written like one whose needs are not told.
  const hasGraph = rows.some(({ entry }) => needsOf(entry).length > 0);
  const components = lockComponents({ edges, asked, unreached: unreachedBy(description) });
  return {
    components: hasGraph ? components : components.map((one) => ({ ...one, dependsOn: undefined })),
    graph: hasGraph ? 'complete' : 'none',
    diagnostics: [
      ...diagnostics,
      ...rows.flatMap(({ name, source, at }) => sourceNotes(name, source, at)),
      ...pythonNote(lock, { file, line: lineOf(['Python']) }),
    ],
  };
}

const snapshot = 'Run renv::snapshot() and commit renv.lock.';

function unmet(at: LinePlace, who: string): Diagnostic {
  return entryProblem(at, `${who}, which renv.lock does not hold`, snapshot);
}

/** R itself, which runs all the rest. */
function languageEntry(at: LinePlace, version: string): LockEntry {
  const purl = formatPurl({ type: 'generic', name: 'R', version });
  return { facts: { ...rPackage('R', version, at), purl, type: 'generic' }, kind: 'foreign' };
}

/** R brings its base packages, and unless a newer one is locked, those that it recommends. */
function isWithR(name: string): boolean {
  return withR.has(name);
}

const withR: ReadonlySet<string> = new Set(
  (
    'R base compiler datasets graphics grDevices grid methods parallel splines stats stats4 tcltk tools translations utils ' +
    'boot class cluster codetools foreign KernSmooth lattice MASS Matrix mgcv nlme nnet rpart spatial survival'
  ).split(' '),
);

function needsOf({ Requirements, Depends, Imports, LinkingTo }: RenvEntry): readonly string[] {
  return [...new Set([Requirements, Depends, Imports, LinkingTo].flatMap(namesIn))];
}

function unreachedBy(description: Description | undefined): string {
  return description === undefined
    ? 'renv.lock does not tell what is shipped, and there is no DESCRIPTION beside it'
    : 'nothing that DESCRIPTION asks for needs it';
}

/** The project itself, where it is a package; no lockfile holds it. */
function rootEntry(file: string, description: Description | undefined): LockEntry[] {
  return description?.name === undefined
    ? []
    : [{ facts: rPackage(description.name, description.version, { file, line: 1 }), kind: 'root' }];
}

function sourceNotes(name: string, source: RSource, at: LinePlace): readonly Diagnostic[] {
  if (source.kind === 'unknown') {
    const message = `${name} comes from the source ${quote(source.written)}, of which nothing more is told`;
    return [entryProblem(at, message, 'Install it from where it can be had again, and run renv::snapshot().')];
  }
  if (source.kind === 'repository' && source.address === undefined) {
    const message = `${name} comes from the repository ${quote(source.name)}, whose address renv.lock does not tell`;
    return [entryProblem(at, message, 'Name the repository under options(repos = …) and run renv::snapshot().')];
  }
  return source.kind === 'folder' ? strayFolder(at, name, source.path) : [];
}

function pythonNote({ Python }: RenvLock, at: LinePlace): Diagnostic[] {
  if (Python === undefined || Python === null) return [];
  const message = `renv.lock also names Python ${Python.Version ?? ''}, whose packages stand in requirements.txt or environment.yml`;
  return [{ ...entryProblem(at, message, 'See that one of them lies beside it.'), severity: 'note' }];
}
