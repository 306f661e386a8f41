import { bareComponent } from '../../base/packages/bare-component.ts';
import { fileNameOf, withoutSecrets } from '../../base/packages/repositories/package-address.ts';
import type { PurlParts } from '../../base/packages/purl.ts';
import { repositoryParts } from '../../base/packages/repositories/repository-parts.ts';
import type { Component, Hash } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import { readGitState } from '../git/git-state.ts';

/** The component of an archive that a build downloads; without a checksum its content can change. */
export function archiveComponent({ name, address, asked, hash, version }: FetchedArchive, at: LinePlace): Component {
  const download = address === undefined ? undefined : withoutSecrets(address);
  const parts = partsOf(download ?? '') ?? { type: 'generic', name, version: versionIn(download ?? '', name) };
  const known = { ...parts, version: parts.version ?? version };
  const file = download === undefined ? asked : fileNameOf(download);
  const isCommit = parts.version !== undefined && readGitState(parts.version).pinning.kind === 'exact';
  const qualifiers = { download_url: parts.type === 'generic' ? download : undefined };
  return {
    ...bareComponent({ ...known, qualifiers }, at),
    pinning: hash !== undefined || isCommit ? { kind: 'exact' } : { kind: 'mutable', asked: file },
    hashes: hash === undefined ? [] : [{ ...hash, of: file }],
    download,
  };
}

/** The name of a file without the ending of an archive. */
export function withoutEnding(file: string): string {
  return file.replace(/\.(?:zip|7z|tgz|tbz2|txz|tar(?:\.[a-z0-9]+)?)$/i, '');
}

/** What a build says of an archive. */
export type FetchedArchive = {
  /** What the build calls it. */
  readonly name: string;
  /** Undefined when nobody can tell it. */
  readonly address: string | undefined;
  /** The address as it is written. */
  readonly asked: string;
  readonly hash: Pick<Hash, 'algorithm' | 'value'> | undefined;
  /** A version that is told beside the address. */
  readonly version?: string | undefined;
};

/** GitHub serves archives of each commit and tag, and files of each release, under addresses that name them. */
function partsOf(address: string): PurlParts | undefined {
  const [, repository, tag, commit, release] =
    /^(https?:\/\/github\.com\/[^/]+\/[^/]+)\/(?:archive\/(?:refs\/tags\/(.+)|([^/]+))\.(?:zip|tar\.gz)|releases\/download\/([^/]+)\/.+)$/.exec(
      address,
    ) ?? [];
  if (repository === undefined) return undefined;
  const state = tag ?? commit ?? release;
  const version = tag ?? release ?? readGitState(commit).version;
  return state === undefined ? undefined : { ...repositoryParts(repository), version };
}

/** What stands between the name and the ending of a file that is named `<name>-<version>.tar.gz`. */
function versionIn(address: string, name: string): string | undefined {
  const file = withoutEnding(fileNameOf(address));
  if (!file.toLowerCase().startsWith(name.toLowerCase())) return undefined;
  return /^[-_]v?(\d+\.\d[A-Za-z0-9.+-]*)$/.exec(file.slice(name.length))?.[1];
}
