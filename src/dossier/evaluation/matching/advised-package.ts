import type { PackageKey } from '../../../base/packages/package-key.ts';
import type { Component } from '../../../model/component.ts';
import { releaseOf } from './distribution-release.ts';
import { packageKeysOf } from './package-key-of.ts';
import { streamOf } from './module-stream.ts';
import { publishedAs } from './published-as.ts';
import { commitOf, tagOf } from './source-repository.ts';
import { withEpoch } from './source-package-of.ts';
import { shorten } from './shorten.ts';

/** A component as advisories see it: a package of an ecosystem, at a version that can be compared or not. */
export type AdvisedPackage = {
  readonly key: PackageKey;
  readonly version: { readonly exact: string } | { readonly unknown: string };
  /** The release of its distribution, where there is one and it is told. */
  readonly release: string | undefined;
  /** The stream of a module that it is told to be built in. */
  readonly stream: string | undefined;
  /** The commit that it is, where one is told in full. */
  readonly commit: string | undefined;
  /** What a sentence calls it: its version, with the names of source and binary where they differ. */
  readonly called: string;
};

/** What advisories are looked up and compared for; nothing when no source covers such packages. */
export function advisedPackagesOf(component: Component): readonly AdvisedPackage[] {
  const keys = packageKeysOf(component);
  const names = publishedAs(component, keys[0]?.ecosystem ?? '');
  return keys.map((key, index) => {
    const { name, version } = names[index] ?? component;
    const known = versionOf(component, key.ecosystem === 'GIT' ? (tagOf(component) ?? version) : version);
    return {
      key,
      version: known,
      release: releaseOf(component),
      stream: streamOf(component),
      commit: key.ecosystem === 'GIT' ? commitOf(component) : undefined,
      called: callOf(component, name, known),
    };
  });
}

/** The version to compare, or why it cannot be compared: it is not fixed, not told, or a commit. */
export function versionOf({ pinning, type }: Component, version: string | undefined): AdvisedPackage['version'] {
  if (pinning.kind === 'range')
    return { unknown: `its version is not fixed: "${shorten(pinning.asked)}" is asked for` };
  if (pinning.kind === 'mutable') return { unknown: `its version can move: "${shorten(pinning.asked)}" is asked for` };
  if (version === undefined || version.trim() === '') return { unknown: 'its version is not known' };
  if (isCommit(version)) return { unknown: `its version "${shorten(version)}" is a commit, and commits have no order` };
  if (type === 'composer' && isBranch(version.trim()))
    return { unknown: `its version "${shorten(version)}" is a branch, and what is on it has no order` };
  return { exact: version.trim() };
}

/** Composer calls a package from a branch by the branch: `dev-main`, and `7.x-dev` for the branch `7` or `7.x`. */
function isBranch(version: string): boolean {
  return /^dev-|(?:^v?|\.)[x*]-dev$/i.test(version);
}

/** An abbreviated or full hash, which some comparators would take for a number with a suffix. */
function isCommit(version: string): boolean {
  return /^[0-9a-f]{7,64}$/i.test(version) && /[a-f]/i.test(version);
}

function callOf(component: Component, sourceName: string, known: AdvisedPackage['version']): string {
  const { name } = component;
  const version = withEpoch(component, component.version);
  const shown = 'exact' in known ? shorten(known.exact) : 'of unknown version';
  if (sourceName === name && (!('exact' in known) || known.exact === version)) return shown;
  return `${sourceName} ${shown} (source of ${name}${version === undefined ? '' : ` ${shorten(version)}`})`;
}
