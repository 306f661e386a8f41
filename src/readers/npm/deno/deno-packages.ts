import { formatPurl } from '../../../base/packages/purl.ts';
import type { KeyPath, LinePlace } from '../../../model/place.ts';
import type { DenoJsr, DenoLock, DenoNpm } from './deno-lock-schema.ts';
import type { Want } from '../link-lock.ts';
import type { LockEntry } from '../lock-graph.ts';
import { npmComponent } from '../npm-package.ts';
import type { ComponentFacts } from '../../../base/packages/component-facts.ts';

/** The packages of a deno.lock of any version, in the shape of the newest. */
export type DenoPackages = {
  /** By specifier, such as `npm:debug@4`, the key of a package with its registry: `npm:debug@4.3.4`. */
  readonly specifiers: ReadonlyMap<string, string>;
  /** By key with its registry, such as `jsr:@std/path@1.0.0`. */
  readonly packages: ReadonlyMap<string, DenoPackage>;
};

/** A package, and what it wants: each range is a specifier, or the key of a package, or a name alone. */
export type DenoPackage = { readonly entry: LockEntry; readonly wants: readonly Want[] };

/** Collects specifiers and packages from where the version of the lockfile keeps them. */
export function denoPackages(lock: DenoLock, at: (keyPath: KeyPath) => LinePlace): DenoPackages {
  const inner = lock.packages ?? {};
  const old = isOldNpm(lock.npm) ? lock.npm : undefined;
  const npm: readonly [KeyPath, DenoNpm][] = [
    [['npm'], isOldNpm(lock.npm) ? {} : (lock.npm ?? {})],
    [['npm', 'packages'], old?.packages ?? {}],
    [['packages', 'npm'], inner.npm ?? {}],
  ];
  const jsr: readonly [KeyPath, DenoJsr][] = [
    [['jsr'], lock.jsr ?? {}],
    [['packages', 'jsr'], inner.jsr ?? {}],
  ];
  return {
    specifiers: new Map([
      ...Object.entries(lock.specifiers ?? {}).map(
        ([specifier, version]) => [specifier, keyOf(specifier, version)] as const,
      ),
      ...Object.entries(inner.specifiers ?? {}),
      ...Object.entries(old?.specifiers ?? {}).map(([specifier, key]) => [`npm:${specifier}`, `npm:${key}`] as const),
    ]),
    packages: new Map([
      ...npm.flatMap(([path, packages]) =>
        Object.entries(packages).map(([key, one]) => [`npm:${key}`, npmPackage(key, one, at([...path, key]))] as const),
      ),
      ...jsr.flatMap(([path, packages]) =>
        Object.entries(packages).map(([key, one]) => [`jsr:${key}`, jsrPackage(key, one, at([...path, key]))] as const),
      ),
    ]),
  };
}

/** The name and the rest of `name@rest`; the name of a scope begins with an at sign of its own. */
export function splitKey(key: string): readonly [name: string, rest: string] {
  const at = key.indexOf('@', 1);
  return at === -1 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)];
}

function isOldNpm(npm: DenoLock['npm']): npm is { specifiers: Record<string, string>; packages: DenoNpm } {
  return npm !== undefined && 'packages' in npm && 'specifiers' in npm && !('integrity' in npm.packages);
}

function keyOf(specifier: string, version: string): string {
  const [, registry = '', rest = ''] = /^(npm|jsr):\/?(.*)$/s.exec(specifier) ?? [];
  return `${registry}:${splitKey(rest)[0]}@${version}`;
}

function npmPackage(key: string, locked: DenoNpm[string], at: LinePlace): DenoPackage {
  const [name, rest] = splitKey(key);
  const { integrity, tarball, dependencies = [], optionalDependencies = [], optionalPeers = [] } = locked;
  const facts = npmComponent({ name, version: rest.replace(/_.*$/s, ''), resolved: tarball, integrity, at });
  const want = (reference: string, isOptional: boolean): Want => {
    const target = /^[^@]*.@npm:(.+)$/s.exec(reference)?.[1] ?? reference;
    return { name: splitKey(target)[0], range: `npm:${target}`, isOptional };
  };
  const needed = Array.isArray(dependencies) ? dependencies : Object.values(dependencies);
  return {
    entry: { facts, kind: 'foreign' },
    wants: [
      ...needed.map((reference) => want(reference, false)),
      ...[...optionalDependencies, ...optionalPeers].map((reference) => want(reference, true)),
    ],
  };
}

function jsrPackage(key: string, { integrity, dependencies = [] }: DenoJsr[string], at: LinePlace): DenoPackage {
  const [name, version] = splitKey(key);
  return {
    entry: { facts: jsrComponent(name, version, integrity, at), kind: 'foreign' },
    wants: dependencies.map((specifier) => ({
      name: splitKey(specifier.replace(/^(?:npm|jsr):/, ''))[0],
      range: specifier,
      isOptional: false,
    })),
  };
}

/** JSR names its packages `pkg:jsr/@scope/name@version`; its checksum is that of the list of a version's files. */
export function jsrComponent(
  name: string,
  version: string | undefined,
  integrity: string | undefined,
  at: LinePlace,
): ComponentFacts {
  const bare = npmComponent({ name, version, at });
  const [namespace, own = ''] = name.startsWith('@') ? name.split('/') : [undefined, name];
  const isHash = integrity !== undefined && /^[0-9a-f]{64}$/.test(integrity);
  return {
    ...bare,
    purl: formatPurl({ type: 'jsr', namespace, name: own, version }),
    type: 'jsr',
    hashes: isHash ? [{ algorithm: 'sha256', value: integrity, of: `${version ?? ''}_meta.json` }] : [],
  };
}
