import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';
import { readHashes, type ArchiveHash } from '../python/locked/read-hashes.ts';
import { condaComponent } from './conda-package.ts';

/** An archive of a package, with what a file says of it. */
export type ListedArchive = {
  readonly archive: {
    readonly build?: string | undefined;
    readonly channel?: string | undefined;
    readonly subdir?: string | undefined;
    readonly address?: string | undefined;
  };
  readonly md5?: string | null | undefined;
  readonly sha256?: string | null | undefined;
  readonly licence?: string | null | undefined;
  readonly at: LinePlace;
};

/** One component for the archives of a package and version, with the build, channel, subdir and address that they share. */
export function archivedComponent(
  name: string,
  version: string | undefined,
  archives: readonly [ListedArchive, ...ListedArchive[]],
): { readonly facts: ReturnType<typeof condaComponent>; readonly problems: readonly Diagnostic[] } {
  const [{ at }] = archives;
  const shared = (key: 'build' | 'channel' | 'subdir' | 'address') => {
    const values = new Set(archives.map(({ archive }) => archive[key]));
    return values.size === 1 ? [...values][0] : undefined;
  };
  const { hashes, problems } = readHashes(name, archives.flatMap(hashesOf), at);
  const facts = {
    ...condaComponent({
      name,
      version,
      pinning: version === undefined ? { kind: 'range', asked: '*' } : { kind: 'exact' },
      build: shared('build'),
      channel: shared('channel'),
      subdir: shared('subdir'),
      at,
    }),
    hashes: distinct(hashes, ({ algorithm, value }) => `${algorithm} ${value}`),
    licences: distinct(archives.flatMap(licencesOf), ({ expression }) => expression),
    download: shared('address'),
  };
  return { facts, problems };
}

/** Archives of several platforms may have one name, so the folder goes with it. */
function hashesOf({ archive: { address, subdir }, md5, sha256 }: ListedArchive): readonly ArchiveHash[] {
  const path = address?.split('/').slice(subdir === undefined ? -1 : -2);
  const of = path?.join('/') ?? 'archive';
  return [...(md5 ? [{ hash: `md5:${md5}`, of }] : []), ...(sha256 ? [{ hash: `sha256:${sha256}`, of }] : [])];
}

/** `None` is how the absence of a licence was written by accident. */
function licencesOf({ licence, at }: ListedArchive): Component['licences'] {
  const expression = licence?.trim() ?? '';
  return expression === '' || expression === 'None' ? [] : [{ expression, at }];
}

function distinct<T>(values: readonly T[], key: (value: T) => string): readonly T[] {
  return values.length < 2 ? values : [...new Map(values.map((value) => [key(value), value])).values()];
}
