import { repositoryPinning } from '../../../base/packages/repositories/repository-pinning.ts';
import { entryProblem } from '../../../base/reading.ts';
import type { Component, Hash } from '../../../model/component.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { LinePlace } from '../../../model/place.ts';
import {
  fileNameOf,
  repositoryAt,
  withoutSecrets,
  type Repository,
} from '../../../base/packages/repositories/package-address.ts';
import { pypiComponent, readHash } from '../pypi-package.ts';
import type { UvEdge, UvPackage } from './uv-lock-schema.ts';

/** A package of the lockfile with what follows from its entry alone. */
export type UvNode = {
  readonly entry: UvPackage;
  /** Its position in the list of packages. */
  readonly index: number;
  readonly at: LinePlace;
  /** Its source is a folder of the product. */
  readonly own: boolean;
  readonly facts: ReturnType<typeof pypiComponent>;
};

/** The packages that an edge leads to: one, or every fork where it tells neither version nor source. */
export type FindNodes = (edge: UvEdge) => readonly UvNode[];

/** Makes the node of an entry; what cannot be used of it goes to the diagnostics. */
export function uvNode(entry: UvPackage, index: number, at: LinePlace, diagnostics: Diagnostic[]): UvNode {
  const { name, version, source, sdist, wheels } = entry;
  const own = folderOf(entry) !== undefined;
  const repository = source.git === undefined ? undefined : gitRepository(source.git);
  const archive = sdist ?? (wheels.length === 1 ? wheels[0] : undefined);
  const facts = pypiComponent({
    name,
    version,
    pinning: own ? { kind: 'exact' } : pinningOf(version, repository),
    hashes: hashesOf(entry, at, diagnostics),
    repository,
    archive: source.url === undefined ? undefined : withoutSecrets(source.url),
    download: archive?.url === undefined ? undefined : withoutSecrets(archive.url),
    at,
  });
  return { entry, index, at, own, facts };
}

/** The folder that a package is built from, if that is the product's own. */
export function folderOf({ source }: UvPackage): string | undefined {
  return source.virtual ?? source.editable ?? source.directory;
}

/** Finds packages by name, and by version and source where a lockfile holds several of one name. */
export function nodeFinder(nodes: readonly UvNode[]): FindNodes {
  const byName = Map.groupBy(nodes, ({ entry }) => entry.name);
  return ({ name, version, source }) => {
    const named = byName.get(name) ?? [];
    if (version === undefined && source === undefined) return named;
    const asked = JSON.stringify(source);
    return named.filter(
      ({ entry }) =>
        (version === undefined || entry.version === version) &&
        (source === undefined || JSON.stringify(entry.source) === asked),
    );
  };
}

/** uv writes `<address>?rev=<what was asked>&subdirectory=<folder>#<commit>`. */
function gitRepository(git: string): Repository {
  const [, address = '', query = '', commit] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(git) ?? [];
  const asked = new URLSearchParams(query);
  const state = commit ?? asked.get('rev') ?? asked.get('tag') ?? asked.get('branch') ?? undefined;
  return repositoryAt('git', address, state, asked.get('subdirectory') ?? undefined);
}

function pinningOf(version: string | undefined, repository: Repository | undefined): Component['pinning'] {
  return repository === undefined && version === undefined
    ? { kind: 'range', asked: '*' }
    : repositoryPinning(repository);
}

function hashesOf({ name, sdist, wheels }: UvPackage, at: LinePlace, diagnostics: Diagnostic[]): Hash[] {
  const archives = sdist === undefined ? wheels : [sdist, ...wheels];
  return archives.flatMap(({ hash, url, path, filename }) => {
    if (hash === undefined) return [];
    const where = filename ?? url ?? path;
    const read = readHash(hash, where === undefined ? 'archive' : fileNameOf(where));
    if (read !== undefined) return [read];
    const message = `${name} has the hash "${hash.slice(0, 80)}", which is of no known kind`;
    diagnostics.push(entryProblem(at, message, 'Run uv lock and commit the lockfile.'));
    return [];
  });
}
