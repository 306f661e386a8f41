import { repositoryPinning } from '../../../base/packages/repositories/repository-pinning.ts';
import type { Hash, Pinning } from '../../../model/component.ts';
import {
  fileNameOf,
  isCommit,
  repositoryAt,
  withoutSecrets,
  type Repository,
} from '../../../base/packages/repositories/package-address.ts';
import { readHash, registryName } from '../pypi-package.ts';

/** What an address or path tells of the package that lies there. */
export type RequirementSource = {
  /** The package's name; `undefined` when the address does not tell. */
  readonly name: string | undefined;
  readonly version: string | undefined;
  readonly pinning: Pinning;
  readonly hashes: readonly Hash[];
  readonly repository: Repository | undefined;
  /** The address of an archive outside of the product. */
  readonly archive: string | undefined;
  /** It is a folder of the product. */
  readonly own: boolean;
};

/** Whether a text is an address or a path, and not a name with versions. */
export function isSource(text: string): boolean {
  return (
    /^(?:[A-Za-z][A-Za-z0-9+.-]*:\/\/|(?:git|hg|svn|bzr)\+|file:|[A-Za-z]:\\|~[\\/]|\.{1,2}(?:$|\[)|\$\{)/.test(text) ||
    /^[^\s\\/;=<>!~]*[\\/]\S*$/.test(text) ||
    (/^\S+$/.test(text) && isArchive(text))
  );
}

/**
 * Reads a repository's address, an archive's, or the path of a folder, with the name and the hashes that its line gives.
 * Something editable is worked on, so it is the product's own.
 */
export function sourceAt(
  address: string,
  name: string | undefined,
  editable: boolean,
  hashes: readonly Hash[],
): RequirementSource {
  const [, kind, location = ''] = /^(git|hg|svn|bzr)\+(.*)$/is.exec(address) ?? [];
  if (kind !== undefined) return repositorySource(kind.toLowerCase(), location, name);
  const isLocal = !/^(?!file:)[A-Za-z][A-Za-z0-9+.-]*:\/\//i.test(address);
  if (isLocal && !isArchive(fileNameOf(address))) return folderSource(address, name, editable);
  return archiveSource(address, name, isLocal, hashes);
}

/** What to call the thing at an address that names no package. */
export function labelOf({ repository, archive, pinning }: RequirementSource): string {
  const address = repository?.address ?? archive ?? (pinning.kind === 'exact' ? '' : pinning.asked);
  return fileNameOf(address.replace(/(?<!\/)\/+$/, '')).replace(/\.git$/, '') || 'unnamed';
}

function repositorySource(kind: string, address: string, name: string | undefined): RequirementSource {
  const [location = '', fragment = ''] = address.split(/#(.*)/s);
  const scheme = location.indexOf('://');
  const path = scheme === -1 ? location.indexOf(':') : location.indexOf('/', scheme + 3);
  const at = location.lastIndexOf('@');
  const hasState = path !== -1 && at > path;
  const repository = repositoryAt(
    kind,
    hasState ? location.slice(0, at) : location,
    hasState ? location.slice(at + 1) : undefined,
    fragmentOf(fragment, 'subdirectory'),
  );
  return {
    name: name ?? nameIn(fragment),
    version: repository.commit,
    pinning: repositoryPinning(repository),
    hashes: [],
    repository,
    archive: undefined,
    own: false,
  };
}

function archiveSource(
  address: string,
  name: string | undefined,
  isLocal: boolean,
  given: readonly Hash[],
): RequirementSource {
  const [, fragment = ''] = address.split(/#(.*)/s);
  const file = fileNameOf(address);
  const told = archiveName(file);
  const commit = file.replace(archiveEnding, '');
  const toldVersion = name === undefined || told?.name === name ? told?.version : undefined;
  const version = toldVersion ?? (isCommit(commit) ? commit : undefined);
  const hashes = fragment
    .split('&')
    .flatMap((pair) => readHash(pair.replace('=', ':'), 'archive') ?? [])
    .concat(given);
  const isExact = version !== undefined || hashes.length > 0;
  return {
    name: name ?? told?.name ?? nameIn(fragment),
    version,
    pinning: isExact ? { kind: 'exact' } : { kind: 'mutable', asked: withoutSecrets(address) },
    hashes,
    repository: undefined,
    archive: isLocal ? undefined : withoutSecrets(address),
    own: false,
  };
}

function folderSource(path: string, name: string | undefined, editable: boolean): RequirementSource {
  const [folder = '', fragment = ''] = path.split(/#(.*)/s);
  const isAbsolute = /^(?:file:\/*\/|[\\/~]|[A-Za-z]:[\\/])/i.test(folder) && !folder.includes('${');
  const own = editable || !isAbsolute;
  return {
    name: name ?? nameIn(fragment),
    version: undefined,
    pinning: own ? { kind: 'exact' } : { kind: 'mutable', asked: withoutSecrets(folder) },
    hashes: [],
    repository: undefined,
    archive: undefined,
    own,
  };
}

const archiveEnding = /\.(?:whl|zip|tar|tgz|tbz2?|txz|tar\.(?:gz|bz2|xz|lzma|lz|zst))$/i;

function isArchive(file: string): boolean {
  return archiveEnding.test(file);
}

/** Name and version as the file names of wheels and source archives hold them. */
function archiveName(file: string): { readonly name: string; readonly version: string } | undefined {
  const stem = file.replace(archiveEnding, '');
  const parts = stem.split('-');
  const isWheel = /\.whl$/i.test(file);
  const [name, version] = isWheel ? parts : [parts.slice(0, -1).join('-'), parts.at(-1)];
  if (name === undefined || name === '' || version === undefined || !/^\d/.test(version)) return undefined;
  return !isWheel || parts.length >= 5 ? { name: registryName(name), version } : undefined;
}

function nameIn(fragment: string): string | undefined {
  const [name = ''] = /^[A-Za-z0-9._-]+/.exec(fragmentOf(fragment, 'egg') ?? '') ?? [];
  return name === '' ? undefined : registryName(name);
}

function fragmentOf(fragment: string, key: string): string | undefined {
  return fragment
    .split('&')
    .find((pair) => pair.startsWith(`${key}=`))
    ?.slice(key.length + 1);
}
