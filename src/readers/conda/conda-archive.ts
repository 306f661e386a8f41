import { fileNameOf, withoutSecrets } from '../../base/packages/repositories/package-address.ts';

/** What the address of a conda archive tells: `<server>/<channel>/<subdir>/<name>-<version>-<build>.conda`. */
export type CondaArchive = {
  readonly name: string;
  readonly version: string;
  readonly build: string;
  /** The channel as people call it, whichever server or mirror holds it: `conda-forge`, `pytorch/label/nightly`. */
  readonly channel: string | undefined;
  /** The platform that the archive is for, such as `linux-64` or `noarch`. */
  readonly subdir: string | undefined;
  /** The address without user, password and token. */
  readonly address: string;
};

/** Reads the address of a conda archive; `undefined` when its file is none. */
export function readCondaArchive(url: string): CondaArchive | undefined {
  const address = withoutSecrets(url).replace(/\/t\/[^/]+\//, '/');
  const [, name, version, build] = /^(.+)-([^-]+)-([^-]+)$/.exec(fileNameOf(address).replace(archiveEnding, '')) ?? [];
  if (name === undefined || version === undefined || build === undefined || !archiveEnding.test(address))
    return undefined;
  const folders = address.split('/').slice(0, -1);
  const isSubdir = /^(?:noarch|(?:linux|osx|win|freebsd|emscripten|wasi|zos)-[a-z0-9_]+)$/.test(folders.at(-1) ?? '');
  return {
    name,
    version,
    build,
    channel: isSubdir ? channelOf(folders.slice(0, -1)) : undefined,
    subdir: isSubdir ? folders.at(-1) : undefined,
    address,
  };
}

/** The channel of an address without its subdir, such as `https://server.example/conda-forge`. */
export function channelOfAddress(url: string): string | undefined {
  const address = withoutSecrets(url)
    .replace(/\/t\/[^/]+\//, '/')
    .replace(/(?<!\/)\/+$/, '');
  return channelOf(address.split('/'));
}

const archiveEnding = /\.(?:conda|tar\.bz2)$/;

/** The last folder, for those before it belong to the server; a label is a part of the channel's name. */
function channelOf(folders: readonly string[]): string | undefined {
  const [last = '', label, channel] = folders.toReversed();
  const name = label === 'label' && channel !== undefined ? `${channel}/label/${last}` : last;
  return name === '' || name.includes(':') ? undefined : name;
}
