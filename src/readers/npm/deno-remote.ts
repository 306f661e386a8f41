import { withoutSecrets } from '../../base/package-address.ts';
import { formatPurl, type PurlParts } from '../../base/purl.ts';
import type { Component, Hash } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';

/**
 * Makes components of the modules that are imported by address. Those below one address with a version in it,
 * `https://host/x/name@1.0.0/`, are one package; any other module is one of its own, and has no version. `head` is where
 * the lockfile begins to list them.
 */
export function remotePackages(text: string, remote: Readonly<Record<string, string>>, head: LinePlace): Component[] {
  const lines = linesOf(text);
  const modules = Object.entries(remote).map(([address, hash]) => ({ address, hash, root: rootOf(address) }));
  return [...Map.groupBy(modules, ({ root }) => root)].map(([root, its]): Component => {
    const at = { ...head, line: lines.get(its[0]?.address ?? '') ?? head.line };
    const parts = partsOf(root);
    return {
      purl: formatPurl(parts),
      type: parts.type,
      name: parts.namespace === undefined ? parts.name : `${parts.namespace}/${parts.name}`,
      version: parts.version,
      pinning: { kind: 'exact' },
      scope: 'unknown',
      scopeEvidence: [{ scope: 'unknown', reason: 'the lockfile does not tell which module imports it', at }],
      relation: 'unknown',
      firstParty: false,
      foundAt: [at],
      hashes: its.flatMap(({ address, hash }) => hashOf(address, hash, root)),
      licences: [],
      supplier: undefined,
      homepage: undefined,
      repository: undefined,
      download: withoutSecrets(root),
      description: undefined,
      source: undefined,
      dependsOn: undefined,
    };
  });
}

/** The address up to the segment that holds a version; all of it when none does. npm takes `@1` for a range. */
function rootOf(address: string): string {
  const [root = address, host = '', version = ''] =
    /^[a-z]+:\/\/([^/]+)\/(?:[^?#]*?\/)??[^/?#@]+@(v?\d[^/?#&]*)/.exec(address) ?? [];
  return npmHosts.has(host) && !isExact(version) ? address : root;
}

function isExact(version: string | undefined): boolean {
  return /^\d+\.\d+\.\d+/.test(version ?? '');
}

function partsOf(root: string): PurlParts {
  const [, host = '', path = ''] = /^[a-z]+:\/\/([^/]+)\/(.*)$/s.exec(withoutSecrets(root)) ?? [];
  const [, before = '', name = path, version] = /^(.*?)([^/@]+)@(v?\d[^/]*)$/s.exec(path) ?? [];
  const scope = /(?:^|\/)(@[^/]+)\/$/.exec(before)?.[1];
  const isPublished = npmHosts.has(host) && !/(?:^|\/)(?:gh|jsr)\//.test(before) && isExact(version);
  if (isPublished) return { type: 'npm', namespace: scope, name: name.replace(/^\*/, ''), version };
  const segments = [host, ...(version === undefined ? path : before + name).split('/')].filter((one) => one !== '');
  return {
    type: 'generic',
    namespace: segments.slice(0, -1).join('/'),
    name: segments.at(-1) ?? host,
    version,
    qualifiers: { download_url: withoutSecrets(root) },
  };
}

/** Hosts that serve what the npm registry holds, by the name and version that stand in the address. */
const npmHosts = new Set(['esm.sh', 'unpkg.com', 'cdn.jsdelivr.net', 'esm.run', 'cdn.skypack.dev', 'cdn.esm.sh']);

function hashOf(address: string, value: string, root: string): Hash[] {
  const path = address.slice(root.length).replace(/^\//, '') || (address.split('/').at(-1) ?? address);
  return /^[0-9a-f]{64}$/.test(value) ? [{ algorithm: 'sha256', value, of: path }] : [];
}

/** The line of each address, which stands on one of its own. */
function linesOf(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const [index, line] of text.split('\n').entries()) {
    const address = /^\s*"(https?:[^"]+)"\s*:/.exec(line)?.[1];
    if (address !== undefined) lines.set(address, index + 1);
  }
  return lines;
}
