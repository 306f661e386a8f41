import { repositoryAt, withoutSecrets, type Repository } from '../../base/packages/repositories/package-address.ts';
import type { PodfileLock } from './podfile-lock-schema.ts';

/** Where a pod comes from, when it is no repository of podspecs. */
export type PodSource =
  | { readonly kind: 'specs' }
  /** `by` is the package URL type of what lies in the folder, if another package manager put it there. */
  | { readonly kind: 'folder'; readonly path: string; readonly by: string | undefined }
  | { readonly kind: 'repository'; readonly repository: Repository }
  | { readonly kind: 'archive'; readonly address: string }
  /** A podspec from elsewhere, which names a source of its own. */
  | { readonly kind: 'podspec'; readonly path: string };

/** Finds the source of a pod, by its name, in what the Podfile says of it and in what was checked out. */
export function podSources(lock: PodfileLock): (name: string) => PodSource {
  const external = byPod(lock['EXTERNAL SOURCES'] ?? {});
  const checkedOut = byPod(lock['CHECKOUT OPTIONS'] ?? {});
  const written = new Map(
    (lock.DEPENDENCIES ?? []).flatMap((dependency) => {
      const [, name, from] = /^([^/\s]+)(?:\/\S*)? \(from `([^`]*)`/.exec(dependency) ?? [];
      return name === undefined || from === undefined ? [] : [[name, from] as const];
    }),
  );
  return (name) => sourceOf({ ...external.get(name), ...checkedOut.get(name) }, written.get(name));
}

type Options = Readonly<Record<string, string>>;

function byPod(table: Readonly<Record<string, Options>>): ReadonlyMap<string, Options> {
  return new Map(Object.entries(table).map(([name, options]) => [name.split('/', 1)[0] ?? name, options]));
}

function sourceOf(options: Options, written: string | undefined): PodSource {
  for (const kind of ['git', 'hg', 'svn'] as const) {
    const address = options[`:${kind}`];
    const state = options[':commit'] ?? options[':revision'] ?? options[':tag'] ?? options[':branch'];
    if (address !== undefined) return { kind: 'repository', repository: repositoryAt(kind, address, state) };
  }
  const archive = options[':http'];
  if (archive !== undefined) return { kind: 'archive', address: withoutSecrets(archive) };
  const podspec = options[':podspec'];
  if (podspec !== undefined) return { kind: 'podspec', path: podspec };
  const path = options[':path'] ?? written;
  if (path === undefined || /:\/\//.test(path)) return { kind: 'specs' };
  return /\.podspec(?:\.json)?$/.test(path) && options[':path'] === undefined
    ? { kind: 'podspec', path }
    : { kind: 'folder', path, by: managerOf(path) };
}

/** React Native and Flutter link to folders that their own package managers fill; `Flutter` itself is a part of the SDK. */
function managerOf(path: string): string | undefined {
  if (/(?:^|\/)node_modules\//.test(path)) return 'npm';
  return /(?:^|\/)(?:\.symlinks\/plugins\/|Flutter(?:\/ephemeral)?\/?$)/.test(path) ? 'pub' : undefined;
}
