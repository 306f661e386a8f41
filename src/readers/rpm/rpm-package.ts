import { readSourceArchive } from '../../base/packages/system/source-archive.ts';
import type { SourcePackage } from '../../model/component.ts';
import type { RpmHeader } from './rpm-header.ts';

/** What a package is and needs, as its header says it. */
export type RpmPackage = {
  readonly name: string;
  readonly version: string;
  readonly release: string;
  readonly epoch: number | undefined;
  readonly architecture: string | undefined;
  readonly summary: string | undefined;
  readonly licence: string | undefined;
  readonly vendor: string | undefined;
  readonly homepage: string | undefined;
  readonly source: SourcePackage | undefined;
  /** The module that it was built in, `name:stream:version:context`; packages of most distributions are in none. */
  readonly module: string | undefined;
  /** Names of capabilities that it needs; those that only ask for features of rpm itself are left out. */
  readonly needs: readonly string[];
  readonly provides: readonly string[];
  /** Of the files that it owns those that were asked for. */
  readonly owns: (wanted: ReadonlySet<string>) => readonly string[];
  readonly headerSha256: string | undefined;
  readonly contentMd5: string | undefined;
};

/** Takes a package out of its header; `undefined` when that lacks name, version or release. */
export function rpmPackage(header: RpmHeader): RpmPackage | undefined {
  const name = header.text(tags.name);
  const version = header.text(tags.version);
  const release = header.text(tags.release);
  if (name === undefined || version === undefined || release === undefined) return undefined;
  const epoch = header.numbers(tags.epoch)[0];
  return {
    name,
    version,
    release,
    epoch,
    architecture: header.text(tags.architecture),
    summary: header.text(tags.summary),
    licence: header.text(tags.licence),
    vendor: header.text(tags.vendor) ?? header.text(tags.packager),
    homepage: header.text(tags.homepage),
    source: sourceOf(header.text(tags.sourceArchive), { version, release, epoch }),
    module: header.text(tags.module),
    needs: [...new Set(header.texts(tags.requires))].filter((needed) => !needed.startsWith('rpmlib(')),
    provides: header.texts(tags.provides),
    owns: (wanted) => filesOf(header).filter((path) => wanted.has(path)),
    headerSha256: sha256(header.text(tags.headerSha256)),
    contentMd5: header.hex(tags.contentMd5),
  };
}

/** The version as rpm compares it: `epoch:version-release`, without the epoch where there is none. */
export function fullVersion({ epoch, version, release }: Pick<RpmPackage, 'epoch' | 'version' | 'release'>): string {
  return `${epoch === undefined ? '' : `${epoch}:`}${version}-${release}`;
}

/**
 * The source package from the name of its archive. That does not hold the epoch, which packages of the same build share
 * unless one is numbered apart: then the source's own is not known.
 */
export function sourceOf(
  archive: string | undefined,
  binary: Pick<RpmPackage, 'epoch' | 'version' | 'release'>,
): SourcePackage | undefined {
  const source = readSourceArchive(archive ?? '');
  if (source === undefined) return undefined;
  const { name, version, release } = source;
  const together = version === binary.version && release === binary.release;
  return { name, version: fullVersion({ epoch: together ? binary.epoch : undefined, version, release }) };
}

/** Paths are kept as base names, each with the number of its folder. */
function filesOf(header: RpmHeader): string[] {
  const folders = header.texts(tags.folders);
  const numbers = header.numbers(tags.folderNumbers);
  return header.texts(tags.baseNames).map((name, index) => `${folders[numbers[index] ?? -1] ?? ''}${name}`);
}

function sha256(text: string | undefined): string | undefined {
  return text !== undefined && /^[0-9a-f]{64}$/.test(text) ? text : undefined;
}

const tags = {
  contentMd5: 261,
  headerSha256: 273,
  name: 1000,
  version: 1001,
  release: 1002,
  epoch: 1003,
  summary: 1004,
  vendor: 1011,
  licence: 1014,
  packager: 1015,
  homepage: 1020,
  architecture: 1022,
  sourceArchive: 1044,
  provides: 1047,
  requires: 1049,
  folderNumbers: 1116,
  baseNames: 1117,
  folders: 1118,
  module: 5096,
} as const;
