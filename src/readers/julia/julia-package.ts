import { componentFacts } from '../../base/packages/component-facts.ts';
import { repositoryAt, withoutSecrets } from '../../base/packages/repositories/package-address.ts';
import type { Component, Hash } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import type { ComponentFacts } from '../../base/packages/component-facts.ts';
import type { JuliaEntry, JuliaHead } from './julia-manifest-schema.ts';

/** Makes the part of a component that follows from its entry. */
export function juliaPackage(name: string, entry: JuliaEntry, head: JuliaHead, at: LinePlace): ComponentFacts {
  const repository =
    entry['repo-url'] === undefined
      ? undefined
      : repositoryAt('git', entry['repo-url'], entry['repo-rev'], entry['repo-subdir']);
  const qualifiers = { uuid: entry.uuid, vcs_url: repository?.vcsUrl, repository_url: registryOf(entry, head) };
  return {
    ...componentFacts({ type: 'julia', name, version: entry.version, qualifiers }, at),
    pinning: pinningOf(entry, head, repository),
    hashes: hashesOf(entry['git-tree-sha1']),
    repository: repository?.address,
  };
}

/** Whether a package comes with Julia: then nothing tells where to get it. */
export function isWithJulia(entry: JuliaEntry): boolean {
  return entry.path === undefined && entry['git-tree-sha1'] === undefined && entry['repo-url'] === undefined;
}

/** The sum of a package's files fixes what a branch was when it was taken; Julia's own version fixes what comes with it. */
function pinningOf(
  entry: JuliaEntry,
  { julia_version }: JuliaHead,
  repository: ReturnType<typeof repositoryAt> | undefined,
): Component['pinning'] {
  if (entry['git-tree-sha1'] !== undefined || repository?.commit !== undefined) return { kind: 'exact' };
  if (repository !== undefined) return { kind: 'mutable', asked: repository.vcsUrl };
  const isFixed = entry.version !== undefined || julia_version !== undefined;
  return isFixed ? { kind: 'exact' } : { kind: 'range', asked: '*' };
}

/** Since format 2.1 an entry names its registries; `General` is the public one. */
function registryOf({ registries }: JuliaEntry, head: JuliaHead): string | undefined {
  const named = registries === undefined ? [] : [registries].flat();
  const [first] = named.includes('General') ? [] : named;
  const listed = Object.entries(head.registries ?? {}).find(([name]) => name === first);
  const address = listed?.[1].url;
  return address === undefined ? undefined : withoutSecrets(address);
}

function hashesOf(tree: string | undefined): Hash[] {
  return tree !== undefined && /^[0-9a-f]{40}$/.test(tree)
    ? [{ algorithm: 'sha1', value: tree, of: 'git tree of the files' }]
    : [];
}
