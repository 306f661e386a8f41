import { formatPurl } from '../../base/packages/purl.ts';
import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import { strayFolder } from '../../base/paths/stray-folder.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';
import type { Reading } from '../../model/plugs/reader.ts';
import { lockComponents, type Asked, type LockEdge, type LockEntry } from '../npm/lock-graph.ts';
import {
  needsIn,
  type JuliaEntry,
  type JuliaHead,
  type JuliaNeed,
  type JuliaPackages,
} from './julia-manifest-schema.ts';
import { isWithJulia, juliaPackage } from './julia-package.ts';
import type { JuliaProjects } from './julia-project.ts';

/** A manifest with what stands around it. */
export type JuliaEnvironment = JuliaProjects & {
  readonly file: string;
  readonly head: JuliaHead;
  readonly packages: JuliaPackages;
  /** The lines of the headings of each name. */
  readonly lines: ReadonlyMap<string, readonly number[]>;
  /** The line of Julia's own version. */
  readonly languageLine: number;
};

/** Makes components of Julia and the packages of a manifest. */
export function readJuliaPackages(environment: JuliaEnvironment): Reading {
  const { file, head, projects, projectProblems } = environment;
  const rows = rowsOf(environment);
  const language = languageEntry(environment);
  const byName = Map.groupBy(rows, ({ name }) => name);
  const byKey = new Map(rows.map((row) => [`${row.name} ${row.entry.uuid ?? ''}`, row]));
  const find = ({ name, uuid }: JuliaNeed) =>
    uuid === undefined ? byName.get(name)?.[0] : (byKey.get(`${name} ${uuid}`) ?? byKey.get(`${name} `));
  const diagnostics: Diagnostic[] = [];
  const edges = new Map<LockEntry, readonly LockEdge[]>(language === undefined ? [] : [[language, []]]);
  for (const { name, entry, at, node } of rows) {
    const needed = needsIn(entry.deps).flatMap((need): LockEdge[] => {
      const to = find(need)?.node;
      if (to === undefined) diagnostics.push(unmet(at, `${name} needs ${quote(need.name)}`, file));
      return to === undefined ? [] : [{ to, isOptional: false }];
    });
    // Code for a weak dependency is loaded where something else brings that in.
    const weak = needsIn(entry.weakdeps).flatMap((need): LockEdge[] => {
      const to = find(need)?.node;
      return to === undefined ? [] : [{ to, isOptional: true }];
    });
    const comesWith = language !== undefined && isWithJulia(entry) ? [{ to: language, isOptional: false }] : [];
    edges.set(node, [...needed, ...weak, ...comesWith]);
  }
  const asked: Asked[] =
    language === undefined
      ? []
      : [{ to: language, evidence: { scope: 'runtime', reason: '"julia_version"', at: language.facts.foundAt[0] } }];
  for (const project of projects) {
    const found = project.asks.flatMap((ask) => {
      const to = find(ask)?.node;
      if (to === undefined && !ask.isExtra)
        diagnostics.push(unmet(ask.evidence.at, `${project.file} asks for ${quote(ask.name)}`, file));
      return to === undefined ? [] : [{ to, evidence: ask.evidence, isExtra: ask.isExtra }];
    });
    for (const each of found) asked.push(each);
    const { name, uuid, version } = project;
    if (name === undefined) continue;
    const facts = juliaPackage(name, { uuid, version }, head, { file, line: 1 });
    const own = found.filter(({ isExtra }) => !isExtra);
    edges.set(
      { facts, kind: 'root' },
      own.map(({ to }) => ({ to, isOptional: false })),
    );
  }
  const unreached =
    projects.length === 0
      ? 'the manifest does not tell, and there is no Project.toml beside it'
      : 'nothing that Project.toml asks for needs it';
  return {
    components: lockComponents({ edges, asked, unreached }),
    graph: 'complete',
    diagnostics: [
      ...projectProblems,
      ...diagnostics,
      ...rows.flatMap(({ name, entry, at }) => folderProblem(name, entry, at)),
      ...environmentNotes(environment),
    ],
  };
}

type Row = {
  readonly name: string;
  readonly entry: JuliaEntry;
  readonly at: LinePlace;
  readonly node: LockEntry;
};

function rowsOf({ file, head, packages, lines }: JuliaEnvironment): readonly Row[] {
  return Object.entries(packages).flatMap(([name, entries]) =>
    entries.map((entry, index) => {
      const at = { file, line: lines.get(name)?.[index] ?? 1 };
      const kind = entry.path === undefined ? 'foreign' : 'own';
      return { name, entry, at, node: { facts: juliaPackage(name, entry, head, at), kind } satisfies LockEntry };
    }),
  );
}

/** Julia itself, which runs all the rest. */
function languageEntry({ file, head, languageLine }: JuliaEnvironment): LockEntry | undefined {
  const { julia_version: version } = head;
  if (version === undefined) return undefined;
  const facts = juliaPackage('julia', { version }, head, { file, line: languageLine });
  return {
    facts: { ...facts, purl: formatPurl({ type: 'generic', name: 'julia', version }), type: 'generic' },
    kind: 'foreign',
  };
}

function unmet(at: LinePlace, who: string, file: string): Diagnostic {
  return entryProblem(at, `${who}, which ${file} does not hold`, 'Run Pkg.resolve() and commit the manifest.');
}

function folderProblem(name: string, { path }: JuliaEntry, at: LinePlace): readonly Diagnostic[] {
  return path === undefined ? [] : strayFolder(at, name, path);
}

function environmentNotes({ file, head, projects, projectProblems }: JuliaEnvironment): Diagnostic[] {
  const notes: Diagnostic[] = [];
  if (projects.length === 0 && projectProblems.length === 0) {
    const message = `no Project.toml was found beside ${file}, so the uses of its packages are not known`;
    notes.push(entryProblem({ file }, message, 'Keep Project.toml beside the manifest.'));
  }
  if (head.julia_version === undefined) {
    const message = `${file} does not tell the version of Julia, nor those of the libraries that come with it`;
    const help = 'Let Julia 1.7 or later write it, or enter Julia in tureen.yaml.';
    notes.push(entryProblem({ file }, message, help));
  }
  return notes;
}
