import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { LinePlace } from '../../../model/place.ts';
import { quote } from '../../../base/quote.ts';
import { entryProblem } from '../../../base/reading.ts';
import {
  fileNameOf,
  isCommit,
  repositoryAt,
  withoutSecrets,
} from '../../../base/packages/repositories/package-address.ts';
import { pypiComponent, registryName } from '../../python/pypi-package.ts';
import { readHashes, relock } from '../../python/locked/read-hashes.ts';
import { sourceAt, type RequirementSource } from '../../python/requirement/requirement-source.ts';
import type { ListedArchive } from '../archived-component.ts';
import { channelOfAddress, readCondaArchive } from '../conda-archive.ts';
import type { PixiPackage, PixiSelector } from './pixi-lock-schema.ts';

/** An entry of `packages`, with what follows from it alone. */
export type PixiNode = {
  readonly entry: PixiPackage;
  /** Where it lies, as the environments name it. */
  readonly location: string;
  readonly name: string;
  readonly version: string | undefined;
  /** It is built from a folder of the product. */
  readonly own: boolean;
  readonly at: LinePlace;
} & (
  | { readonly manager: 'conda'; readonly listed: ListedArchive }
  | {
      readonly manager: 'pypi';
      readonly facts: ReturnType<typeof pypiComponent>;
      readonly problems: readonly Diagnostic[];
    }
);

/** Makes a node of an entry; a diagnostic when it does not tell which package it is. */
export function pixiNode(entry: PixiPackage, at: LinePlace): PixiNode | Diagnostic {
  const location = locationOf(entry) || entry.url || entry.path;
  const isPypi = (entry.kind ?? (entry.pypi === undefined ? 'conda' : 'pypi')) === 'pypi';
  const node =
    location === undefined ? undefined : isPypi ? pypiNode(entry, location, at) : condaNode(entry, location, at);
  if (node !== undefined) return node;
  const shown = quote(location ?? entry.name ?? '');
  return entryProblem(at, `the entry ${shown} does not tell which package and version it is`, relock);
}

/** The address or path by which an environment means a package. */
export function locationOf({ conda, pypi, source }: PixiSelector): string | undefined {
  return conda ?? pypi ?? source;
}

function condaNode(entry: PixiPackage, location: string, at: LinePlace): PixiNode | undefined {
  const archive = readCondaArchive(location);
  const [sourceName, sourcePlace = location] = entry.source?.split(' @ ') ?? [];
  const name = entry.name ?? sourceName?.split('[')[0] ?? archive?.name;
  const version = entry.version ?? archive?.version;
  if (name === undefined || (archive === undefined && entry.conda?.includes('://') === true)) return undefined;
  const own = archive === undefined && !sourcePlace.includes('://') && entry['package_build_source'] === undefined;
  return {
    manager: 'conda',
    entry,
    location,
    name,
    version,
    own,
    at,
    listed: {
      archive: {
        build: own ? undefined : (entry.build ?? archive?.build),
        channel: entry.channel === undefined ? archive?.channel : channelOfAddress(entry.channel),
        subdir: own ? undefined : (entry.subdir ?? archive?.subdir),
        address: archive?.address,
      },
      md5: entry.md5,
      sha256: entry.sha256,
      licence: entry.license,
      at,
    },
  };
}

function pypiNode(entry: PixiPackage, location: string, at: LinePlace): PixiNode | undefined {
  if (entry.name === undefined) return undefined;
  const name = registryName(entry.name);
  const direct = location.startsWith('direct+') ? location.slice('direct+'.length) : undefined;
  const isRegistry = direct === undefined && /^https?:\/\//.test(location);
  const source = isRegistry
    ? undefined
    : (repositoryOf(location) ?? sourceAt(direct ?? location, name, entry.editable === 'true', []));
  const own = source?.own === true;
  const version = entry.version ?? source?.version;
  // Of a folder it is the hash of the metadata alone.
  const given = own || entry.sha256 === undefined ? [] : [{ hash: `sha256:${entry.sha256}`, of: fileNameOf(location) }];
  const { hashes, problems } = readHashes(name, given, at);
  const facts = pypiComponent({
    name,
    version,
    pinning:
      source?.repository !== undefined || version === undefined
        ? (source?.pinning ?? { kind: 'range', asked: '*' })
        : { kind: 'exact' },
    hashes,
    repository: source?.repository,
    archive: source?.archive,
    download: isRegistry ? withoutSecrets(location) : undefined,
    at,
  });
  return { manager: 'pypi', entry, location, name, version, own, at, facts, problems };
}

/** Pixi writes `git+<address>?<what was asked>#<commit>`, and before it `git+<address>@<commit>`, which pip knows too. */
function repositoryOf(
  location: string,
): Pick<RequirementSource, 'version' | 'pinning' | 'repository' | 'archive' | 'own'> | undefined {
  const [, address, query = '', commit = ''] = /^git\+([^?#]*)(?:\?([^#]*))?#(.*)$/s.exec(location) ?? [];
  if (address === undefined || !isCommit(commit)) return undefined;
  const folder = new URLSearchParams(query).get('subdirectory') ?? undefined;
  const repository = repositoryAt('git', address, commit, folder);
  return { version: commit, pinning: { kind: 'exact' }, repository, archive: undefined, own: false };
}
