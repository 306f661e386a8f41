import { fileNameOf } from '../../../base/packages/repositories/package-address.ts';
import { formatPurl } from '../../../base/packages/purl.ts';
import type { LinePlace } from '../../../model/place.ts';
import { npmComponent, readIntegrity } from '../npm-package.ts';
import type { ComponentFacts } from '../../../base/packages/component-facts.ts';
import type { PnpmPackage } from './pnpm-lock-schema.ts';

/** What a key of the packages and its entry say; `undefined` when they name no package. */
export function pnpmComponent(
  key: string,
  entry: PnpmPackage,
  major: number,
  at: LinePlace,
): ComponentFacts | undefined {
  const named = major < 6 ? namedByPath(key) : namedByAt(key);
  const name = entry.name ?? named?.name;
  if (name === undefined) return undefined;
  const version = entry.version ?? named?.version;
  if (/^[^@]+@runtime:/.test(key)) return runtimeComponent(name, version, entry, at);
  const { integrity, tarball, repo, commit } = entry.resolution ?? {};
  const resolved = repo === undefined ? tarball : `${repo.startsWith('git') ? '' : 'git+'}${repo}#${commit ?? ''}`;
  return npmComponent({ name, version, resolved, integrity, at });
}

/** A key without the peers behind it: `a@1.0.0(b@2.0.0(c@3.0.0))(d@4.0.0)` is of `a@1.0.0`. */
export function withoutPeers(key: string): string {
  let end = key.length;
  while (key[end - 1] === ')') {
    let depth = 0;
    let at = end;
    do {
      at--;
      if (key[at] === ')') depth++;
      if (key[at] === '(') depth--;
    } while (depth > 0 && at > 0);
    if (depth > 0) break;
    end = at;
  }
  return key.slice(0, end);
}

type Named = { readonly name: string; readonly version: string | undefined };

/** Version 5: `/name/1.0.0_peers`; another registry than the usual one stands before the first slash. */
function namedByPath(key: string): Named | undefined {
  const [, scope = '', name, version] = /^[^/]*\/(@[^/]+\/)?([^@/][^/]*)\/(\d+\.\d+\.\d+[^_/(]*)/.exec(key) ?? [];
  return name === undefined ? undefined : { name: scope + name, version };
}

/** From version 6: `name@1.0.0(peers)`, until version 9 behind a slash and, where it is not the usual one, a registry. */
function namedByAt(key: string): Named | undefined {
  const bare = withoutPeers(key);
  const [, scope = '', name, state = ''] = /^(?:[^@/]*\/)?(@[^/@]+\/)?([^@/]+)@(?:runtime:)?(.+)$/s.exec(bare) ?? [];
  if (name === undefined) return undefined;
  return { name: scope + name, version: /^\d+\.\d+\.\d+/.test(state) ? state : undefined };
}

/** A runtime that pnpm installs (pnpm 10.14), such as Node.js itself: it comes from its makers, and from no registry. */
function runtimeComponent(
  name: string,
  version: string | undefined,
  { resolution }: PnpmPackage,
  at: LinePlace,
): ComponentFacts {
  const hashes = (resolution?.variants ?? []).flatMap(({ resolution: { integrity, url } }) =>
    readIntegrity(integrity, url === undefined ? 'archive' : fileNameOf(url)),
  );
  const purl = formatPurl({ type: 'generic', name, version });
  return { ...npmComponent({ name, version, hashes, at }), purl, type: 'generic' };
}
