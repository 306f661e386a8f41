import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import type { ScopeEvidence } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';
import type { Reading } from '../../model/plugs/reader.ts';
import { lockComponents, type Asked, type LockEdge, type LockEntry } from './lock-graph.ts';

/** What is asked for: a name, and the range or reference that goes with it. */
export type Want = { readonly name: string; readonly range: string; readonly isOptional: boolean };

/** A package that the lockfile was made for, and what it asks for. */
export type Workspace = {
  /** From the folder of the lockfile; `.` for that itself. */
  readonly folder: string;
  /** `undefined` when nothing tells its name. */
  readonly entry: LockEntry | undefined;
  readonly asks: readonly (Want & { readonly evidence: ScopeEvidence })[];
};

/** Who wants something: a workspace, which may have no entry, or a package, which is in no folder of its own. */
export type Asker = { readonly name: string; readonly folder: string; readonly entry: LockEntry | undefined };

/** A lockfile whose entries are read, but not joined yet. */
export type UnlinkedLock = {
  readonly workspaces: readonly Workspace[];
  readonly packages: ReadonlyMap<LockEntry, readonly Want[]>;
  /** The entries that a want leads to, none for a folder that the lockfile leaves out; `undefined` when they are missing. */
  readonly find: (want: Want, from: Asker) => readonly LockEntry[] | undefined;
  /** What it means that nothing which the product asks for leads to an entry. */
  readonly unreached: string;
  /** The command that writes the lockfile anew. */
  readonly command: string;
};

/** Joins the entries of a lockfile and makes components of them; what they want and is not there goes to the diagnostics. */
export function linkLock({ workspaces, packages, find, unreached, command }: UnlinkedLock): Reading {
  const diagnostics: Diagnostic[] = [];
  const missing = ({ name, range }: Want, from: string, at: LinePlace) => {
    const message = `${from} needs ${quote(`${name}@${range}`)}, which this lockfile does not hold`;
    diagnostics.push(entryProblem(at, message, `Run ${command} and commit the lockfile.`));
  };
  const edges = new Map<LockEntry, readonly LockEdge[]>();
  const asked: Asked[] = [];
  for (const { folder, entry, asks } of workspaces) {
    const from = { name: entry?.facts.name ?? (folder === '.' ? 'the root' : folder), folder, entry };
    const found = asks.map((ask) => ({ ask, targets: find(ask, from) }));
    // Of a name in two lists only one range is locked, and both lists get that.
    const held = new Map(found.flatMap(({ ask, targets }) => (targets === undefined ? [] : [[ask.name, targets]])));
    const all = found.flatMap(({ ask, targets = held.get(ask.name) }) => {
      if (targets === undefined && !ask.isOptional) missing(ask, from.name, ask.evidence.at);
      return (targets ?? []).map((to) => ({ to, evidence: ask.evidence }));
    });
    for (const one of all) if (one.to.kind !== 'root') asked.push(one);
    if (entry !== undefined)
      edges.set(
        entry,
        all.map(({ to }) => ({ to, isOptional: false })),
      );
  }
  for (const [entry, wants] of packages) {
    const { name, purl, foundAt } = entry.facts;
    const found = wants.flatMap((want) => {
      const targets = find(want, { name, folder: '.', entry });
      if (targets === undefined && !want.isOptional) missing(want, purl, foundAt[0]);
      return (targets ?? []).map((to) => ({ to, isOptional: want.isOptional }));
    });
    edges.set(entry, found);
  }
  return { components: lockComponents({ edges, asked, unreached }), graph: 'complete', diagnostics };
}
