import { componentFacts } from '../../base/packages/component-facts.ts';
import { repositoryPinning } from '../../base/packages/repositories/repository-pinning.ts';
import { repositoryAt, type Repository } from '../../base/packages/repositories/package-address.ts';
import type { Hash } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import type { ComponentFacts } from '../../base/packages/component-facts.ts';

/** Where an application of a lockfile comes from. */
export type AppSource =
  | {
      readonly kind: 'hex';
      readonly package: string;
      readonly version: string;
      /** The private organisation that the package belongs to. */
      readonly organisation?: string | undefined;
      readonly hashes: readonly Hash[];
    }
  | { readonly kind: 'repository'; readonly repository: Repository }
  | { readonly kind: 'folder'; readonly path: string };

/** What follows for a component; what comes from a repository is known by the commit. */
export function appFacts(app: string, source: AppSource, at: LinePlace): ComponentFacts {
  const repository = source.kind === 'repository' ? source.repository : undefined;
  const organisation = source.kind === 'hex' ? source.organisation : undefined;
  const name = source.kind === 'hex' ? source.package : app;
  const version = source.kind === 'hex' ? source.version : repository?.commit;
  const parts = { type: 'hex', namespace: organisation, name, version, qualifiers: { vcs_url: repository?.vcsUrl } };
  return {
    ...componentFacts(parts, at),
    pinning: repositoryPinning(repository),
    hashes: source.kind === 'hex' ? source.hashes : [],
    repository: repository?.address,
  };
}

/** The repository of a git or hg dependency. */
export function appRepository(
  kind: string,
  address: string,
  state: string | undefined,
  folder: string | undefined,
): AppSource {
  // What git takes as `git@host:path` is an address of ssh.
  const written = address.replace(/^([\w.-]+@[\w.-]+):(?!\/\/)\/?/, 'ssh://$1/');
  return { kind: 'repository', repository: repositoryAt(kind, written, state, folder) };
}

/** Hex signs two sums: of the archive, and inside of it of its contents (Hex tarball specification, version 3). */
export function hexHashes(inner: string | undefined, outer: string | undefined): readonly Hash[] {
  return [...sha256(outer, 'archive'), ...sha256(inner, 'contents of the archive (inner checksum)')];
}

function sha256(value: string | undefined, of: string): Hash[] {
  return value !== undefined && /^[0-9a-f]{64}$/i.test(value)
    ? [{ algorithm: 'sha256', value: value.toLowerCase(), of }]
    : [];
}
