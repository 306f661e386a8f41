import type { Pinning } from '../../../model/component.ts';
import { mavenName } from '../maven-component.ts';

/** What lists of versions tell of dependencies that are declared without one (Maven's dependencyManagement). */
export type ManagedVersions = {
  /** What they say of a dependency, by its key; `undefined` when surely none names it. */
  readonly manage: (key: string) => Resolved | undefined;
  /** Parents and imported lists that no file of the repository is. */
  readonly missing: readonly MissingPom[];
};

/** The version that counts, or what was asked for when it is not known; and the scope that counts. */
export type Resolved = {
  readonly version: string | undefined;
  readonly pinning: Pinning;
  readonly scope: string | undefined;
};

/** A pom that would have to be fetched. */
export type MissingPom = { readonly groupId: string; readonly artifactId: string; readonly version: string };

/** Joins what a pom and its ancestors say themselves, lists that they import in their order, and the parent that is missing. */
export function managedVersions(
  explicit: ReadonlyMap<string, Resolved>,
  imports: readonly (ManagedVersions | MissingPom)[],
  parent: readonly MissingPom[],
): ManagedVersions {
  return {
    manage: remembering((key) => explicit.get(key) ?? manageByImports(key, imports, parent)),
    missing: distinct([...parent, ...imports.flatMap((one) => ('manage' in one ? one.missing : [one]))]),
  };
}

/**
 * The first list that has a dependency decides, and what a parent says itself decides before any list. So a version
 * from a list counts only when no pom that comes before it is missing.
 */
function manageByImports(
  key: string,
  imports: readonly (ManagedVersions | MissingPom)[],
  parent: readonly MissingPom[],
): Resolved | undefined {
  const before = [...parent];
  for (const one of imports) {
    if (!('manage' in one)) {
      before.push(one);
      continue;
    }
    const resolved = one.manage(key);
    if (resolved === undefined) continue;
    if (before.length === 0 || resolved.version === undefined) return resolved;
    return { ...resolved, version: undefined, pinning: { kind: 'range', asked: resolved.version } };
  }
  if (before.length === 0) return undefined;
  return { version: undefined, pinning: { kind: 'range', asked: managers(key, before) }, scope: undefined };
}

/** Lists may import lists that import the same ones, so an answer is looked for once. */
function remembering<T>(find: (key: string) => T): (key: string) => T {
  const found = new Map<string, { readonly answer: T }>();
  return (key) => {
    const known = found.get(key) ?? { answer: find(key) };
    found.set(key, known);
    return known.answer;
  };
}

function distinct(missing: readonly MissingPom[]): readonly MissingPom[] {
  return [...new Map(missing.map((one) => [`${mavenName(one)}:${one.version}`, one])).values()];
}

/** Names the missing poms that may manage a dependency, first the one whose group is most like its own. */
function managers(key: string, missing: readonly MissingPom[]): string {
  const group = key.split(/[.:]/);
  const likeness = ({ groupId }: MissingPom) => groupId.split('.').filter((part, at) => part === group[at]).length;
  const [first] = missing.toSorted((a, b) => likeness(b) - likeness(a));
  const name = first === undefined ? '' : `${mavenName(first)}:${first.version}`;
  const others = missing.length === 1 ? '' : ` or ${missing.length - 1} other poms that are missing here`;
  return `managed by ${name}${others}`;
}
