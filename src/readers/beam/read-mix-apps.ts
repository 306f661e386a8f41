import { formatPurl } from '../../base/packages/purl.ts';
import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import { strayFolder } from '../../base/paths/stray-folder.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';
import type { Reading } from '../../model/plugs/reader.ts';
import { lockComponents, type Asked, type LockEdge, type LockEntry } from '../npm/lock-graph.ts';
import type { BeamTerm } from './beam-terms.ts';
import { appFacts } from './locked-app.ts';
import { readMixEntry, type MixEntry } from './mix-entry.ts';
import type { MixProject } from './mix-exs.ts';
import type { MixProjects } from './mix-projects.ts';

/** Makes components of the entries of a mix.lock, with the uses that the projects give to what they ask for. */
export function readMixApps(file: string, items: readonly BeamTerm[], projects: MixProjects): Reading {
  const diagnostics: Diagnostic[] = [];
  const locked = new Map<string, Locked>();
  for (const item of items) {
    const at = { file, line: item.line };
    const entry = item.kind === 'pair' ? readMixEntry(item.key, item.of) : undefined;
    if (entry === undefined) diagnostics.push(notUnderstood(item, at));
    else locked.set(entry.app, { entry, at, node: nodeOf(entry, at) });
  }
  const edges = new Map<LockEntry, readonly LockEdge[]>();
  for (const root of rootsOf(file, projects)) edges.set(root.node, rootEdges(root.project, locked));
  for (const { entry, at, node } of locked.values()) {
    edges.set(
      node,
      (entry.needs ?? []).flatMap(({ app, isOptional }): LockEdge[] => {
        const to = locked.get(app)?.node;
        if (to === undefined && !isOptional && !projects.folders.has(app))
          diagnostics.push(unmet(at, `${entry.app} needs ${quote(app)}`));
        return to === undefined ? [] : [{ to, isOptional }];
      }),
    );
    for (const each of sourceNotes(entry, at)) diagnostics.push(each);
  }
  const asked = projects.asks.flatMap(({ app, evidence }): Asked[] => {
    const to = locked.get(app)?.node;
    if (to === undefined && !projects.folders.has(app))
      diagnostics.push(unmet(evidence.at, `${evidence.at.file} asks for ${quote(app)}`));
    return to === undefined ? [] : [{ to, evidence }];
  });
  const untold = new Set(
    [...locked.values()].flatMap(({ entry, node }) => (entry.needs === undefined ? [node.facts.purl] : [])),
  );
  return {
    components: lockComponents({ edges, asked, unreached: unreachedIn(projects) }).map((component) =>
      untold.has(component.purl) ? { ...component, dependsOn: undefined } : component,
    ),
    graph: untold.size === 0 ? 'complete' : untold.size < locked.size ? 'partial' : 'none',
    diagnostics: [...diagnostics, ...projectNotes(file, projects)],
  };
}

type Locked = { readonly entry: MixEntry; readonly at: LinePlace; readonly node: LockEntry };

function nodeOf(entry: MixEntry, at: LinePlace): LockEntry {
  return {
    facts: appFacts(entry.app, entry.source, at),
    kind: entry.source.kind === 'folder' ? 'own' : 'foreign',
  };
}

/** The product's own projects, which no lockfile holds: they stand on its first line. */
function rootsOf(file: string, { own }: MixProjects) {
  return own.flatMap((project) => {
    const { app, version } = project;
    if (app === undefined) return [];
    const facts = {
      ...appFacts(app, { kind: 'folder', path: '.' }, { file, line: 1 }),
      purl: formatPurl({ type: 'hex', name: app, version }),
      version,
    };
    return [{ project, node: { facts, kind: 'root' } satisfies LockEntry }];
  });
}

function rootEdges({ asks }: MixProject, locked: ReadonlyMap<string, Locked>): readonly LockEdge[] {
  return asks.flatMap(({ app }): LockEdge[] => {
    const to = locked.get(app)?.node;
    return to === undefined ? [] : [{ to, isOptional: false }];
  });
}

const get = 'Run mix deps.get and commit mix.lock.';

function unmet(at: LinePlace, who: string): Diagnostic {
  return entryProblem(at, `${who}, which mix.lock does not hold`, get);
}

function notUnderstood(item: BeamTerm, at: LinePlace): Diagnostic {
  const name = item.kind === 'pair' ? item.key : '';
  return entryProblem(at, `the entry ${quote(name)} names no source that is known; it was left out`, get);
}

function sourceNotes({ app, source, server }: MixEntry, at: LinePlace): readonly Diagnostic[] {
  if (server !== undefined) {
    const message = `${app} comes from the repository ${quote(server)}, whose address mix.lock does not tell`;
    const help = 'A package of the same name elsewhere is another one: check what is said of it.';
    return [{ ...entryProblem(at, message, help), severity: 'note' }];
  }
  return source.kind === 'folder' ? strayFolder(at, app, source.path) : [];
}

function unreachedIn({ own }: MixProjects): string {
  return own.length === 0
    ? 'mix.lock does not tell, and there is no mix.exs beside it'
    : 'nothing that the projects ask for is known to need it';
}

function projectNotes(file: string, { own }: MixProjects): Diagnostic[] {
  if (own.length === 0) {
    const message = `no mix.exs was found beside ${file}, so the uses of its packages are not known`;
    return [entryProblem({ file }, message, 'Keep mix.exs beside mix.lock.')];
  }
  return own.flatMap(({ unread }) =>
    unread.map((at) => ({
      ...entryProblem(
        at,
        `what this line of ${at.file} asks for is known only when it is run; the uses that depend on it are left unknown`,
        'Write the dependencies out, or decide under `scope` in tureen.yaml.',
      ),
      severity: 'note' as const,
    })),
  );
}
