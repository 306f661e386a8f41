import { bareComponent } from '../../base/packages/bare-component.ts';
import { withoutSecrets } from '../../base/packages/repositories/package-address.ts';
import type { Component, Hash } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import { repositoryComponent } from '../git/repository-component.ts';
import type { LockedComponent } from './esp-idf-lock-schema.ts';

/** The part of a component that follows from its own entry in the lockfile; `undefined` when its source is not known. */
export function espComponent(
  name: string,
  { source, version, component_hash: hash }: EspEntry,
  at: LinePlace,
): Component | undefined {
  const hashes = hashesOf(hash);
  switch (source.type) {
    case 'service': {
      const registry = source.registry_url ?? source.service_url;
      const qualifiers = { repository_url: registry === undefined ? undefined : withoutSecrets(registry) };
      return { ...bareComponent({ type: 'generic', ...namesOf(name), version, qualifiers }, at), hashes };
    }
    case 'git': {
      const folder = source.path === '.' ? undefined : source.path;
      const fetched = { kind: 'git', address: source.git, state: version, folder, name } as const;
      return { ...repositoryComponent(fetched, at), hashes };
    }
    case 'idf':
      return bareComponent({ type: 'generic', namespace: 'espressif', name: 'esp-idf', version }, at);
    case 'local': {
      const known = version === '*' ? undefined : version;
      return { ...bareComponent({ type: 'generic', ...namesOf(name), version: known }, at), firstParty: true };
    }
    default:
      return undefined;
  }
}

/** What the lockfile says of a component, or a manifest, which may ask for no version in particular. */
export type EspEntry = Pick<LockedComponent, 'source' | 'component_hash'> & { readonly version: string | undefined };

function namesOf(name: string): { readonly namespace: string | undefined; readonly name: string } {
  const slash = name.lastIndexOf('/');
  return { namespace: slash === -1 ? undefined : name.slice(0, slash), name: name.slice(slash + 1) };
}

/** The hash is taken over the files of a component, not over the archive that the registry serves. */
function hashesOf(hash: string | undefined): Hash[] {
  return hash !== undefined && /^[0-9a-f]{64}$/.test(hash)
    ? [{ algorithm: 'sha256', value: hash, of: 'the files of the component' }]
    : [];
}
