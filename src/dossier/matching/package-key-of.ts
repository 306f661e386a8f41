import { packageKey, type PackageKey } from '../../base/package-key.ts';
import { parsePurl, type PurlParts } from '../../base/purl.ts';
import type { Component } from '../../model/component.ts';
import { distributionTypes, sourcePackageOf } from './source-package-of.ts';

/** The package that advisories would speak of; `undefined` when no source of advisories has such packages (conda, generic). */
export function packageKeyOf(component: Component): PackageKey | undefined {
  const parts = parsePurl(component.purl);
  if (parts === undefined) return undefined;
  const registry = registries.get(parts.type);
  if (registry !== undefined) return packageKey(registry.ecosystem, registryName(parts, registry.separator));
  const distribution = distributions.get(`${parts.type}/${parts.namespace?.toLowerCase()}`);
  return distribution === undefined ? undefined : packageKey(distribution, sourcePackageOf(component).name);
}

/** Why a component has no `packageKeyOf`, as a sentence for the list of what no source covers. */
export function whyWithoutKey({ purl, type }: Component): string {
  if (!distributionTypes.has(type)) return `no source of advisories covers ${type} packages`;
  const namespace = parsePurl(purl)?.namespace;
  return namespace === undefined
    ? `it is not known which distribution this ${type} package comes from`
    : `no source of advisories covers ${type} packages of ${namespace}`;
}

type Registry = {
  readonly ecosystem: string;
  /** What joins namespace and name, in ecosystems that have both. */
  readonly separator?: string;
};

/** Package URL types of registries, with the OSV ecosystem (schema 1.7) of each. */
const registries: ReadonlyMap<string, Registry> = new Map([
  ['bitnami', { ecosystem: 'Bitnami' }],
  ['cargo', { ecosystem: 'crates.io' }],
  ['composer', { ecosystem: 'Packagist', separator: '/' }],
  ['cran', { ecosystem: 'CRAN' }],
  ['gem', { ecosystem: 'RubyGems' }],
  ['golang', { ecosystem: 'Go', separator: '/' }],
  ['hackage', { ecosystem: 'Hackage' }],
  ['hex', { ecosystem: 'Hex', separator: '/' }],
  ['julia', { ecosystem: 'Julia' }],
  ['maven', { ecosystem: 'Maven', separator: ':' }],
  ['npm', { ecosystem: 'npm', separator: '/' }],
  ['nuget', { ecosystem: 'NuGet' }],
  ['opam', { ecosystem: 'opam' }],
  ['pub', { ecosystem: 'Pub' }],
  ['pypi', { ecosystem: 'PyPI' }],
  ['swift', { ecosystem: 'SwiftURL', separator: '/' }],
]);

/** Package URL types with namespaces of distributions, whose advisories name source packages. */
const distributions: ReadonlyMap<string, string> = new Map([
  ['apk/alpaquita', 'Alpaquita'],
  ['apk/alpine', 'Alpine'],
  ['apk/chainguard', 'Chainguard'],
  ['apk/minimos', 'MinimOS'],
  ['apk/wolfi', 'Wolfi'],
  ['deb/debian', 'Debian'],
  ['deb/echo', 'Echo'],
  ['deb/ubuntu', 'Ubuntu'],
  ['rpm/almalinux', 'AlmaLinux'],
  ['rpm/mageia', 'Mageia'],
  ['rpm/openeuler', 'openEuler'],
  ['rpm/opensuse', 'openSUSE'],
  ['rpm/photon', 'Photon OS'],
  ['rpm/redhat', 'Red Hat'],
  ['rpm/rocky', 'Rocky Linux'],
  ['rpm/suse', 'SUSE'],
]);

function registryName({ namespace, name }: PurlParts, separator: string | undefined): string {
  return namespace === undefined || separator === undefined ? name : `${namespace}${separator}${name}`;
}
