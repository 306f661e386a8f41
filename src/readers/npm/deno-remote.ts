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

/** What an address tells: the part that all modules of one package share, and the package. */
type Root = { readonly address: string; readonly parts: PurlParts };

/** A package ends with the segment that holds its version; npm takes `@1` for a range, which is none. */
function rootOf(address: string): Root {
  const [scheme = '', host = '', ...segments] = withoutSecrets(address).split(/:?\/+/);
  const at = segments.findIndex((segment) => /^[^@]+@v?\d/.test(segment));
  const [name = '', version = ''] = (segments[at] ?? '').replace(/&.*$/s, '').split('@');
  const before = segments.slice(0, Math.max(0, at));
  const isNpm = npmHosts.has(host) && !before.some((segment) => segment === 'gh' || segment === 'jsr');
  const isExact = /^\d+\.\d+\.\d+/.test(version);
  if (at === -1 || (isNpm && !isExact)) return unversioned(`${scheme}://${[host, ...segments].join('/')}`, [host, ...segments]);
  const root = `${scheme}://${[host, ...before, `${name}@${version}`].join('/')}`;
  if (!isNpm) return { address: root, parts: generic([host, ...before, name], version, root) };
  const scope = before.at(-1)?.startsWith('@') === true ? before.at(-1) : undefined;
  return { address: root, parts: { type: 'npm', namespace: scope, name: name.replace(/^\*/, ''), version } };
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
