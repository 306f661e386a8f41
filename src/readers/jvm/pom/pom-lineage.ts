import { resolvePath } from '../../../base/paths/resolve-path.ts';
import { parsePom } from './parse-pom.ts';
import type { Pom, PomParent } from './pom.ts';

/** A pom and the path of its file. */
export type LocatedPom = { readonly path: string; readonly pom: Pom };

/** A pom with those it inherits from, nearest first, as far as files of the repository tell. */
export type Lineage = {
  readonly poms: readonly LocatedPom[];
  /** The parent that no file of the repository is. */
  readonly missing: PomParent | undefined;
};

/** The pom at a path with its ancestors; a parent lies where its child says, or is known by its names. */
export function lineageOf(opened: ReadonlyMap<string, string>, path: string): Lineage {
  const poms: LocatedPom[] = [];
  let next = pomAt(opened, path);
  while (next !== undefined) {
    poms.push(next);
    const { parent } = next.pom;
    if (parent === undefined) return { poms, missing: undefined };
    const found = parentOf(opened, next.path, parent);
    if (found === undefined || poms.some((known) => known.path === found.path)) return { poms, missing: parent };
    next = found;
  }
  return { poms, missing: undefined };
}

/** Where a pom says that its parent lies; `undefined` for a place outside of the scanned folder, or for none. */
export function parentPath(path: string, { relativePath }: PomParent): string | undefined {
  if (relativePath === '') return undefined;
  const target = resolvePath(path, relativePath);
  return target === undefined || /\.(?:xml|pom)$/.test(target) ? target : resolvePath(path, `${relativePath}/pom.xml`);
}

/** Where the modules of a pom lie, those of its profiles included. */
export function modulePaths({ path, pom }: LocatedPom): readonly string[] {
  return [pom.main, ...pom.profiles]
    .flatMap(({ modules }) => modules)
    .flatMap((module) => resolvePath(path, module.endsWith('.xml') ? module : `${module}/pom.xml`) ?? []);
}

/** Every pom among the opened files. */
export function openedPoms(opened: ReadonlyMap<string, string>): readonly LocatedPom[] {
  return [...opened.keys()].filter((path) => path.endsWith('.xml')).flatMap((path) => pomAt(opened, path) ?? []);
}

/** The opened pom of a group and name; a version counts only where both are written out. */
export function pomNamed(
  opened: ReadonlyMap<string, string>,
  reference: Pick<PomParent, 'groupId' | 'artifactId' | 'version'>,
): LocatedPom | undefined {
  return openedPoms(opened).find(({ pom }) => isNamed(pom, reference));
}

/** Poms that stand in one file, as if the first were it and the others lay beside it. */
export function openedTogether(
  path: string,
  [first, ...others]: readonly [Pom, ...Pom[]],
): ReadonlyMap<string, string> {
  const all = [first, ...others].map((pom, index) => ({ path: index === 0 ? path : `${path}#${index}.xml`, pom }));
  const opened = new Map(all.map((one) => [one.path, '']));
  parsed.set(opened, new Map(all.map((one) => [one.path, one])));
  return opened;
}

/** Companions are asked for again and again; what was opened for one file is parsed once. */
const parsed = new WeakMap<ReadonlyMap<string, string>, Map<string, LocatedPom | undefined>>();

function pomAt(opened: ReadonlyMap<string, string>, path: string): LocatedPom | undefined {
  const known = parsed.get(opened) ?? new Map<string, LocatedPom | undefined>();
  parsed.set(opened, known);
  if (known.has(path)) return known.get(path);
  const text = opened.get(path);
  if (text === undefined) return undefined;
  const pom = parsePom(text);
  const located = 'message' in pom ? undefined : { path, pom };
  known.set(path, located);
  return located;
}

function parentOf(opened: ReadonlyMap<string, string>, path: string, parent: PomParent): LocatedPom | undefined {
  const place = parentPath(path, parent);
  const there = place === undefined ? undefined : pomAt(opened, place);
  return there !== undefined && isNamed(there.pom, parent) ? there : pomNamed(opened, parent);
}

function isNamed(pom: Pom, { groupId, artifactId, version }: Pick<PomParent, 'groupId' | 'artifactId' | 'version'>) {
  const own = { groupId: pom.groupId ?? pom.parent?.groupId, version: pom.version ?? pom.parent?.version };
  const writtenOut = [own.version, version].every((one) => one !== undefined && !one.includes('${'));
  return (
    (artifactId === undefined || pom.artifactId === artifactId) &&
    (groupId === undefined || own.groupId === groupId) &&
    (!writtenOut || own.version === version)
  );
}
