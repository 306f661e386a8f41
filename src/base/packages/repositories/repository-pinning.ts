import type { Pinning } from '../../../model/component.ts';
import type { Repository } from './package-address.ts';

/** A package from a repository is pinned by its commit alone: a branch or tag can move. Any other is at one version. */
export function repositoryPinning(repository: Repository | undefined): Pinning {
  return repository !== undefined && repository.commit === undefined
    ? { kind: 'mutable', asked: repository.vcsUrl }
    : { kind: 'exact' };
}
