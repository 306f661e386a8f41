import type { CmakeArgument, CmakeCommand } from './cmake-syntax.ts';
import type { Resolved } from './cmake-variables.ts';
import { parseCpmAddress } from './cpm-address.ts';
import { fetchOptions, type FetchOptions } from './fetch-options.ts';

/** What a call fetches: from a repository, from an address, from a folder, or from nobody knows where. */
export type FetchCall = {
  /** What the build calls it; undefined when the call gives no name. */
  readonly name: Resolved | undefined;
  readonly repository:
    | { readonly kind: 'git' | 'hg' | 'svn'; readonly address: Resolved; readonly state: Resolved | undefined }
    | undefined;
  readonly archive: { readonly address: Resolved; readonly hash: Resolved | undefined } | undefined;
  /** Where the sources lie, when nothing is fetched. */
  readonly folder: Resolved | undefined;
  readonly version: Resolved | undefined;
};

/** Reads a call that fetches something; `undefined` for all other commands. */
export function readFetchCall(
  { name, arguments: all }: CmakeCommand,
  resolve: (argument: CmakeArgument) => Resolved,
): FetchCall | undefined {
  const [first, ...rest] = all;
  if (first === undefined) return undefined;
  switch (name) {
    case 'fetchcontent_populate':
      return rest.length === 0 ? undefined : fromOptions(resolve(first), fetchOptions(rest, resolve));
    case 'fetchcontent_declare':
    case 'externalproject_add':
      return fromOptions(resolve(first), fetchOptions(rest, resolve));
    case 'cpmdeclarepackage':
      return fromCpm(resolve(first), fetchOptions(rest, resolve));
    case 'cpmaddpackage':
    case 'cpmfindpackage':
      return rest.length === 0 ? fromShort(resolve(first)) : fromCpm(undefined, fetchOptions(all, resolve));
    default:
      return undefined;
  }
}

function fromOptions(name: Resolved | undefined, options: FetchOptions): FetchCall {
  const value = (keyword: string) => options.get(keyword)?.[0];
  const archive = options.get('URL')?.find(({ text }) => text !== '');
  return {
    name,
    repository:
      repositoryOf('git', value('GIT_REPOSITORY'), value('GIT_TAG')) ??
      repositoryOf('svn', value('SVN_REPOSITORY'), value('SVN_REVISION')) ??
      repositoryOf('hg', value('HG_REPOSITORY'), value('HG_TAG')),
    archive: archive && { address: archive, hash: value('URL_HASH') ?? prefixed('MD5=', value('URL_MD5')) },
    folder: value('SOURCE_DIR'),
    version: undefined,
  };
}

function repositoryOf(kind: 'git' | 'hg' | 'svn', address: Resolved | undefined, state: Resolved | undefined) {
  return address === undefined || address.text === '' ? undefined : { kind, address, state };
}

/** CPM.cmake takes the tag `v<version>` where only a version is given. */
function fromCpm(declared: Resolved | undefined, options: FetchOptions): FetchCall {
  const value = (keyword: string) => options.get(keyword)?.[0];
  const name = value('NAME') ?? declared;
  const short = value('URI');
  if (short !== undefined) return { ...fromShort(short), ...(name === undefined ? {} : { name }) };
  const version = value('VERSION');
  const hosted = [
    prefixed('https://github.com/', value('GITHUB_REPOSITORY')),
    prefixed('https://gitlab.com/', value('GITLAB_REPOSITORY')),
    prefixed('https://bitbucket.org/', value('BITBUCKET_REPOSITORY')),
  ].find((address) => address !== undefined);
  const address = value('GIT_REPOSITORY') ?? hosted;
  const state = value('GIT_TAG') ?? prefixed('v', version);
  return {
    ...fromOptions(name, options),
    ...(address === undefined ? {} : { repository: { kind: 'git', address, state } }),
    version,
  };
}

function fromShort({ text, isKnown }: Resolved): FetchCall {
  const told = (part: string | undefined) => (part === undefined ? undefined : { text: part, isKnown: true });
  const address = isKnown ? parseCpmAddress(text) : undefined;
  const version = told(address?.version);
  const repository = told(address?.repository);
  const archive = told(address?.archive);
  return {
    name: archive === undefined && repository === undefined ? { text, isKnown } : undefined,
    repository: repository && { kind: 'git', address: repository, state: told(address?.tag) ?? prefixed('v', version) },
    archive: archive && { address: archive, hash: undefined },
    folder: undefined,
    version,
  };
}

function prefixed(prefix: string, value: Resolved | undefined): Resolved | undefined {
  return value === undefined ? undefined : { ...value, text: prefix + value.text };
}
