import { componentFacts } from '../../base/packages/component-facts.ts';
import { repositoryPinning } from '../../base/packages/repositories/repository-pinning.ts';
import { repositoryAt, withoutSecrets } from '../../base/packages/repositories/package-address.ts';
import type { Hash } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import type { ComponentFacts } from '../../base/packages/component-facts.ts';
import { checksumKey, type GemfileLock, type LockedSource, type LockedSpec } from './gemfile-lock-syntax.ts';

/** A gem at one version, with all the platforms that the lockfile holds it for. */
export type Gem = {
  readonly name: string;
  readonly source: LockedSource;
  /** One for each platform; at least one. */
  readonly variants: readonly LockedSpec[];
  readonly facts: ComponentFacts;
};

/** The gems of a lockfile, in its order. */
export function gemsIn(file: string, { sources, checksums }: GemfileLock): readonly Gem[] {
  return sources.flatMap((source) =>
    [...Map.groupBy(source.specs, ({ name, version }) => `${name} ${version}`).values()].flatMap((variants) => {
      const [first] = variants;
      if (first === undefined) return [];
      const at = { file, line: first.line };
      return [{ name: first.name, source, variants, facts: factsOf(first, source, hashesOf(variants, checksums), at) }];
    }),
  );
}

/** The addresses of a section; of several nobody knows which one a gem came from. */
export function remotesOf({ options }: LockedSource): readonly string[] {
  return options.filter(([key]) => key === 'remote').map(([, value]) => value);
}

/** A gem that does not come from any of the lockfile's places. */
export function plainGem(name: string, version: string, at: LinePlace): ComponentFacts {
  return factsOf({ name, version }, undefined, [], at);
}

function factsOf(
  { name, version }: Pick<LockedSpec, 'name' | 'version'>,
  source: LockedSource | undefined,
  hashes: readonly Hash[],
  at: LinePlace,
): ComponentFacts {
  const [remote, ...others] = source === undefined ? [] : remotesOf(source);
  const options = new Map(source?.options);
  const state = options.get('revision') ?? options.get('ref') ?? options.get('tag') ?? options.get('branch');
  const repository = source?.kind === 'GIT' && remote !== undefined ? repositoryAt('git', remote, state) : undefined;
  const server = source?.kind === 'GEM' && others.length === 0 ? remote : undefined;
  const qualifiers = {
    vcs_url: repository?.vcsUrl,
    repository_url: server === undefined || isPublic(server) ? undefined : withoutSecrets(server),
  };
  return {
    ...componentFacts({ type: 'gem', name, version, qualifiers }, at),
    pinning: repositoryPinning(repository),
    hashes,
    repository: repository?.address,
  };
}

function isPublic(server: string): boolean {
  return /^https?:\/\/(?:www\.)?rubygems\.[a-z]+\/?$/.test(server);
}

/** Each platform has an archive of its own, which is named where there can be doubt. */
function hashesOf(variants: readonly LockedSpec[], checksums: GemfileLock['checksums']): Hash[] {
  return variants.flatMap((variant) => {
    const key = checksumKey(variant);
    const of = variants.length === 1 && variant.platform === undefined ? 'archive' : `${key.replace(' ', '-')}.gem`;
    return (checksums.get(key) ?? '').split(',').flatMap((sum): Hash[] => {
      const [, algorithm, value] = /^(sha256|sha384|sha512)=([0-9a-f]+)$/.exec(sum) ?? [];
      return algorithm === undefined || value === undefined
        ? []
        : [{ algorithm: algorithm as Hash['algorithm'], value, of }];
    });
  });
}
