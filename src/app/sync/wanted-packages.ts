import { compareText } from '../../base/compare.ts';
import { packageOf, parsePurl } from '../../base/packages/purl.ts';
import { compileGlob } from '../../base/paths/compile-glob.ts';
import type { Component } from '../../model/component.ts';
import { fileNameOf } from '../../base/packages/repositories/package-address.ts';
import type { PackageRegistryName, Registry, RegistryPackage } from '../../model/plugs/registry.ts';
import { registries } from '../../registries/index.ts';
import type { RegistryPlace } from './registry-source.ts';

/** A version of a package that a registry can be asked for, and where, the likeliest place first. */
export type WantedVersion = {
  readonly purl: string;
  readonly wanted: Omit<RegistryPackage, 'base'>;
  readonly bases: readonly string[];
  /** The collections that know its type, where a person named them. */
  readonly collections: readonly Collection[];
};

/** A collection that a person named, and where it lies. */
export type Collection = { readonly registry: Registry; readonly base: string };

/** A package, the kind of its registry, and its versions in use. */
export type WantedPackage = {
  readonly name: string;
  readonly registry: Registry;
  readonly versions: readonly WantedVersion[];
};

/** Packages that a registry holds: not the product's own, nor what comes from a repository, a folder or a single address. */
export function wantedPackages(
  components: readonly Component[],
  places: readonly RegistryPlace[],
): readonly WantedPackage[] {
  const versions = components.flatMap((component) => wantedVersion(component, places));
  const grouped = Map.groupBy(versions, ({ version }) => packageOf(version.purl));
  return [...grouped]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([name, all]) => {
      const [first] = all;
      return first === undefined
        ? []
        : [{ name, registry: first.registry, versions: all.map(({ version }) => version) }];
    });
}

function wantedVersion(component: Component, places: readonly RegistryPlace[]) {
  const registry = registries.find(isOfType(component.type));
  const parts = component.firstParty || registry === undefined ? undefined : parsePurl(component.purl);
  if (registry === undefined || parts?.version === undefined) return [];
  const { namespace, name, version, qualifiers = {} } = parts;
  if (qualifiers['vcs_url'] !== undefined || qualifiers['download_url'] !== undefined) return [];
  const { download } = component;
  if (download !== undefined && !/^https?:\/\//.test(download)) return [];
  const wanted = {
    type: registry.name,
    // A conda package has no namespace, and is what its channel makes of the name.
    namespace: namespace ?? (registry.name === 'conda' ? qualifiers['channel'] : undefined),
    name,
    version,
    archive: download === undefined ? undefined : fileNameOf(download),
  };
  const stated = qualifiers['repository_url'];
  // The index of a crate registry that is no sparse one is a git repository.
  const named = registry.name === 'cargo' && stated?.startsWith('sparse+') === false ? undefined : stated;
  const from = download === undefined ? undefined : registry.baseOf?.(download, wanted);
  const bases = named === undefined ? [...placesFor(registry, wanted, places), from] : [named];
  const collections = collectionsFor(registry.name, places);
  return [{ registry, version: { purl: component.purl, wanted, bases: addresses(bases), collections } }];
}

function isOfType(type: string) {
  return (registry: Registry): registry is Registry & { readonly name: PackageRegistryName } =>
    registry.serves === undefined && registry.name === type;
}

function collectionsFor(type: PackageRegistryName, places: readonly RegistryPlace[]): readonly Collection[] {
  return registries
    .filter(({ serves }) => serves?.includes(type) === true)
    .flatMap((registry) =>
      addresses(places.map((place) => (place.registry === registry.name ? place.address : undefined))).map((base) => ({
        registry,
        base,
      })),
    );
}

/** A place for the package or its scope alone goes before those for everything, and keeps the name from them. */
function placesFor(
  { name: kind, isAt }: Registry,
  wanted: Omit<RegistryPackage, 'base'>,
  places: readonly RegistryPlace[],
): readonly string[] {
  const { namespace, name } = wanted;
  const ofKind = places.filter(({ registry, address }) => registry === kind && isAt?.(bare(address), wanted) !== false);
  const own = ofKind.filter(({ only }) => only !== undefined && (only === name || only === namespace));
  const path = namespace === undefined ? name : `${namespace}/${name}`;
  const open = ofKind.filter(
    ({ only, except = [] }) => only === undefined && !except.some((one) => isBelow(path, one)),
  );
  return (own.length > 0 ? own : open).map(({ address }) => address);
}

/** Whether a path begins with what a glob of path steps stands for, as GOPRIVATE writes it. */
function isBelow(path: string, pattern: string): boolean {
  const steps = pattern.split('/');
  const own = path.split('/').slice(0, steps.length);
  return own.length === steps.length && compileGlob(pattern)(own);
}

function addresses(found: readonly (string | undefined)[]): readonly string[] {
  const some = found.flatMap((address) => (address === undefined ? [] : bare(address)));
  return [...new Set(some.filter((address) => /^https?:\/\/[^/]/.test(address)))];
}

function bare(address: string): string {
  return address.replace(/^sparse\+/, '').replace(/(?<!\/)\/+$/, '');
}
