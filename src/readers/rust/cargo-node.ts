import { componentFacts, type ComponentFacts } from '../../base/packages/component-facts.ts';
import { repositoryPinning } from '../../base/packages/repositories/repository-pinning.ts';
import type { Hash } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import type { CargoEntry, CargoLock } from './cargo-lock-schema.ts';
import { readCargoSource, type CargoSource } from './cargo-source.ts';

/** A package of the lockfile with what follows from its entry alone. */
export type CargoNode = {
  readonly entry: CargoEntry;
  readonly source: CargoSource;
  /** It is built from a folder of the product. */
  readonly own: boolean;
  readonly at: LinePlace;
  readonly facts: ComponentFacts;
};

/** Makes the node of an entry; up to version 1, checksums stand apart from the packages, in `[metadata]`. */
export function cargoNode(entry: CargoEntry, metadata: CargoLock['metadata'], at: LinePlace): CargoNode {
  const { name, version } = entry;
  const source = readCargoSource(entry.source);
  const repository = source.kind === 'git' ? source.repository : undefined;
  const checksum = entry.checksum ?? metadata[`checksum ${name} ${version} (${entry.source})`];
  const qualifiers = {
    vcs_url: repository?.vcsUrl,
    repository_url: source.kind === 'registry' ? source.index : undefined,
  };
  const facts: CargoNode['facts'] = {
    ...componentFacts({ type: 'cargo', name, version, qualifiers }, at),
    pinning: repositoryPinning(repository),
    hashes: hashesOf(checksum),
    repository: repository?.address,
  };
  return { entry, source, own: source.kind === 'folder', at, facts };
}

/** Finds the package that a dependency names: `name`, `name version` or `name version (source)`, as much as is needed. */
export function cargoFinder(nodes: readonly CargoNode[]): (dependency: string) => CargoNode | undefined {
  const byName = Map.groupBy(nodes, ({ entry }) => entry.name);
  return (dependency) => {
    const [, name = '', version, source] = /^(\S+)(?: (\S+))?(?: \((.*)\))?$/.exec(dependency) ?? [];
    const fitting = (byName.get(name) ?? []).filter(({ entry }) => version === undefined || entry.version === version);
    if (source === undefined) return fitting.find(({ own }) => own) ?? fitting[0];
    return fitting.find(({ entry }) => withoutCommit(entry.source ?? '') === withoutCommit(source));
  };
}

function withoutCommit(source: string): string {
  return source.replace(/#.*$/s, '');
}

function hashesOf(checksum: unknown): Hash[] {
  const isDigest = typeof checksum === 'string' && /^[0-9a-f]{64}$/.test(checksum);
  return isDigest ? [{ algorithm: 'sha256', value: checksum, of: 'archive' }] : [];
}
