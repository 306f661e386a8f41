import { bareComponent } from '../../base/packages/bare-component.ts';
import { repositoryAt } from '../../base/packages/repositories/package-address.ts';
import type { PurlParts } from '../../base/packages/purl.ts';
import { repositoryParts } from '../../base/packages/repositories/repository-parts.ts';
import type { Component } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import { readGitState } from './git-state.ts';

/** What a build takes from a repository. */
export type FetchedRepository = {
  readonly kind: 'git' | 'hg' | 'svn';
  /** Undefined when nobody can tell it. */
  readonly address: string | undefined;
  /** A commit, tag or branch; undefined for the default branch. */
  readonly state: string | undefined;
  /** A version that is told beside the state, such as that of a release. */
  readonly version?: string | undefined;
  /** The folder of the repository that is taken. */
  readonly folder?: string | undefined;
  /** What the build calls it; it stands for a repository that has no address others could find. */
  readonly name?: string | undefined;
};

/** The component of a repository at a commit, a tag or a branch. */
export function repositoryComponent(fetched: FetchedRepository, at: LinePlace): Component {
  const { kind, address, name, state, folder } = fetched;
  const { version, pinning } = stateOf(fetched);
  const repository = address === undefined ? undefined : repositoryAt(kind, address, state || undefined, folder);
  const parts = partsOf(fetched) ?? { type: 'generic', name: name ?? 'unnamed' };
  const isTold = parts.type !== 'generic' && (pinning.kind !== 'exact' || version === repository?.commit);
  const qualifiers = { vcs_url: isTold ? undefined : repository?.vcsUrl };
  return {
    ...bareComponent({ ...parts, version, qualifiers, subpath: folder }, at),
    pinning,
    repository: repository?.address,
  };
}

/** What others know a repository by; one of another kind than git, or that they could not find, has a name alone. */
function partsOf({ kind, address, name }: FetchedRepository): PurlParts | undefined {
  const parts = address === undefined ? undefined : repositoryParts(address);
  if (parts === undefined || (kind === 'git' && parts.type !== 'generic')) return parts;
  return name === undefined ? { type: 'generic', name: parts.name } : undefined;
}

/** A revision of Subversion is a number that cannot move; its tags are folders. */
function stateOf({ kind, state, version }: FetchedRepository): Pick<Component, 'version' | 'pinning'> {
  const revision = kind === 'svn' ? /^-?r?(\d+)$/.exec(state ?? '')?.[1] : undefined;
  if (revision !== undefined) return { version: version ?? `r${revision}`, pinning: { kind: 'exact' } };
  const read = readGitState(state);
  return {
    version: read.pinning.kind === 'exact' ? (version ?? read.version) : (read.version ?? version),
    pinning: read.pinning,
  };
}
