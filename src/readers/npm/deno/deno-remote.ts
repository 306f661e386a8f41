import { bareComponent } from '../../../base/packages/bare-component.ts';
import { withoutSecrets } from '../../../base/packages/repositories/package-address.ts';
import { type PurlParts } from '../../../base/packages/purl.ts';
import type { Component, Hash } from '../../../model/component.ts';
import type { LinePlace } from '../../../model/place.ts';

/**
 * Makes components of the modules that are imported by address. Those below one address with a version in it,
 * `https://host/x/name@1.0.0/`, are one package; any other module is one of its own, and has no version. `head` is where
 * the lockfile begins to list them.
 */
export function remotePackages(
  text: string,
  remote: Readonly<Record<string, string>>,
  head: LinePlace,
): readonly Component[] {
  const lines = linesOf(text);
  const modules = Object.entries(remote).map(([address, hash]) => ({ address, hash, root: rootOf(address) }));
  return [...Map.groupBy(modules, ({ root }) => root.address).values()].flatMap((its) => {
    const [first] = its;
    if (first === undefined) return [];
    const at = { ...head, line: lines.get(first.address) ?? head.line };
    return [
      { ...component(first.root, at), hashes: its.flatMap(({ address, hash }) => hashOf(address, hash, first.root)) },
    ];
  });
}

function component({ address, package: parts }: Root, at: LinePlace): Component {
  return {
    ...bareComponent(parts, at),
    scopeEvidence: [{ scope: 'unknown', reason: 'the lockfile does not tell which module imports it', at }],
    download: address,
  };
}

/** What all modules of a package share: the beginning of their addresses, and the package. */
type Root = { readonly address: string; readonly package: PurlParts };

/** The root ends with the first segment that holds a version; npm takes `@1` for a range, which is none. */
function rootOf(address: string): Root {
  const [scheme = '', host = '', ...segments] = withoutSecrets(address).split(/:?\/+/);
  const at = segments.findIndex((segment) => /^[^@]+@v?\d/.test(segment));
  const before = segments.slice(0, Math.max(0, at));
  const [name = '', version = ''] = (segments[at]?.split('&', 1)[0] ?? '').split('@');
  const isNpm = npmHosts.has(host) && !before.some((segment) => segment === 'gh' || segment === 'jsr');
  if (at === -1 || (isNpm && !/^\d+\.\d+\.\d+/.test(version))) return generic(scheme, [host, ...segments], undefined);
  if (!isNpm) return generic(scheme, [host, ...before, name], version);
  const scope = before.at(-1)?.startsWith('@') === true ? before.at(-1) : undefined;
  return {
    address: `${scheme}://${[host, ...before, name].join('/')}@${version}`,
    package: { type: 'npm', namespace: scope, name: name.replace(/^\*/, ''), version },
  };
}

function generic(scheme: string, path: readonly string[], version: string | undefined): Root {
  const address = `${scheme}://${path.join('/')}${version === undefined ? '' : `@${version}`}`;
  const [namespace, name = ''] = [path.slice(0, -1).join('/'), path.at(-1)];
  return { address, package: { type: 'generic', namespace, name, version, qualifiers: { download_url: address } } };
}

/** Hosts that serve what the npm registry holds, by the name and version that stand in the address. */
const npmHosts = new Set(['esm.sh', 'esm.run', 'unpkg.com', 'cdn.jsdelivr.net', 'cdn.skypack.dev']);

/** Deno takes the sha256 of each module; it is told with the module's path inside its package. */
function hashOf(address: string, value: string, root: Root): Hash[] {
  const path = address.startsWith(`${root.address}/`)
    ? address.slice(root.address.length + 1)
    : (address.split('/').at(-1) ?? address);
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
