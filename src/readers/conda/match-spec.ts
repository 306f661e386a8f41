import type { Pinning } from '../../model/component.ts';
import { channelOfAddress } from './conda-archive.ts';

/** What a match specification of conda asks for. */
export type MatchSpec = {
  /** In lower case, as conda compares names. */
  readonly name: string;
  readonly version: string | undefined;
  readonly pinning: Pinning;
  readonly build: string | undefined;
  readonly channel: string | undefined;
  readonly subdir: string | undefined;
  /** It is written `name=version` or `name=version=build`, as an export of a whole environment writes every package. */
  readonly isExported: boolean;
};

/**
 * Reads a match specification: `channel/subdir::name=version=build`, `name >=1,<2`, `name[version='1.0']`. A
 * version behind a single `=` leaves a choice unless a build follows, for `=1.2` allows 1.2.3; `undefined` when it names
 * no package.
 */
export function readMatchSpec(text: string): MatchSpec | undefined {
  if (text.length > longest) return undefined;
  const [bare = '', before = ''] = splitOnce(text.trim().split('#')[0] ?? '', '::').toReversed();
  const [head = '', name] = /^([A-Za-z0-9_][A-Za-z0-9_.-]*)/.exec(bare) ?? [];
  if (name === undefined) return undefined;
  const [positional = '', brackets = ''] = splitOnce(bare.slice(head.length), '[');
  const keys = bracketKeys(brackets);
  const [, equals, exported, ofBuild] =
    /^\s*(={0,2})\s*([^=\s<>!~,|*]+)(?:[=\s]([^=\s<>!~,|]+))?\s*$/.exec(positional) ?? [];
  const version = keys.get('version')?.replace(/^==/, '') ?? exported;
  const build = keys.get('build') ?? ofBuild;
  const isExact =
    version !== undefined &&
    /^[^<>=!~,|*]+$/.test(version) &&
    (equals !== '=' || (build !== undefined && !build.includes('*')));
  const asked = keys.get('version') ?? positional.trim();
  const [channel, subdir] = splitChannel(keys.get('channel') ?? before);
  return {
    name: name.toLowerCase(),
    version: isExact ? version : undefined,
    pinning: isExact ? { kind: 'exact' } : { kind: 'range', asked: asked === '' ? '*' : asked },
    build: isExact ? build : undefined,
    channel,
    subdir: keys.get('subdir') ?? subdir,
    isExported: equals === '=' && brackets === '',
  };
}

/** No package has a longer name, version and build. */
const longest = 1000;

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.lastIndexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

function bracketKeys(text: string): ReadonlyMap<string, string> {
  const pairs = text.matchAll(/([a-z_0-9]+)\s*=\s*(?:'([^']*)'|"([^"]*)"|([^,\s\]]*))/g);
  return new Map([...pairs].map(([, key = '', single, double, bare = '']) => [key, single ?? double ?? bare]));
}

/** A channel may be an address, and end in the platform: `conda-forge/linux-64`. */
function splitChannel(text: string): readonly [channel: string | undefined, subdir: string | undefined] {
  const [, channel = text, subdir] = /^(.*)\/((?:linux|osx|win)-[a-z0-9_]+|noarch)$/.exec(text) ?? [];
  return [channel === '' ? undefined : channel.includes('://') ? channelOfAddress(channel) : channel, subdir];
}
