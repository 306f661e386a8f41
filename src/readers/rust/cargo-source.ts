import { repositoryAt, withoutSecrets, type Repository } from '../../base/packages/repositories/package-address.ts';

/** Where Cargo takes a package from, as a lockfile's `source` tells; a package without one lies in a folder. */
export type CargoSource =
  | { readonly kind: 'folder' }
  | {
      readonly kind: 'registry';
      /** The address of its index; `undefined` for the public registry. */
      readonly index: string | undefined;
    }
  | { readonly kind: 'git'; readonly repository: Repository };

/** Reads a `source`: `registry+<index>`, `sparse+<index>` or `git+<address>?branch=<asked>#<commit>`. */
export function readCargoSource(source: string | undefined): CargoSource {
  if (source === undefined) return { kind: 'folder' };
  const [, kind, address = '', query, commit] = /^([a-z-]+)\+([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(source) ?? [];
  if (kind === 'git') {
    const [asked] = new URLSearchParams(query).values();
    return { kind, repository: repositoryAt(kind, address, commit ?? asked) };
  }
  const isPublic = /(?:\/crates\.io-index|:\/\/index\.crates\.[^/]+\/)$/.test(address);
  return { kind: 'registry', index: isPublic ? undefined : withoutSecrets(address) };
}
