import { packageKey, type PackageKey } from '../../../base/packages/package-key.ts';
import { packageName } from '../../../base/packages/package-name.ts';
import { parsePurl } from '../../../base/packages/purl.ts';
import type { Component } from '../../../model/component.ts';
import { publishedAs } from './published-as.ts';
import { sourceRepositoryOf } from './source-repository.ts';
import { distributionTypes } from './source-package-of.ts';

/** The packages that advisories would speak of; none when no source of advisories has such packages (conda, generic). */
export function packageKeysOf(component: Component): readonly PackageKey[] {
  const parts = parsePurl(component.purl);
  if (parts === undefined) return [];
  const registry = registries.get(parts.type);
  if (registry !== undefined) return [packageKey(registry, packageName(parts))];
  const repository = sourceRepositoryOf(component, parts);
  if (repository !== undefined) return [packageKey('GIT', repository.name)];
  const distribution = distributions.get(`${parts.type}/${parts.namespace}`);
  if (distribution === undefined) return [];
  return publishedAs(component, distribution).map(({ name }) => packageKey(distribution, name));
}

/** The first of these packages, which tells the ecosystem. */
export function packageKeyOf(component: Component): PackageKey | undefined {
  return packageKeysOf(component)[0];
}

/** Why a component has no `packageKeyOf`, as a sentence for the list of what no source covers. */
export function whyWithoutKey({ purl, type }: Component): string {
  if (!distributionTypes.has(type)) return `no source of advisories covers ${type} packages`;
  const namespace = parsePurl(purl)?.namespace;
  return namespace === undefined
    ? `it is not known which distribution this ${type} package comes from`
    : `no source of advisories covers ${type} packages of ${namespace}`;
}

/** Package URL types of registries, with the OSV ecosystem (schema 1.7) of each. */
const registries: ReadonlyMap<string, string> = new Map([
  ['bioconductor', 'Bioconductor'],
  ['bitnami', 'Bitnami'],
  ['cargo', 'crates.io'],
  ['composer', 'Packagist'],
  ['cran', 'CRAN'],
  ['gem', 'RubyGems'],
  ['githubactions', 'GitHub Actions'],
  ['golang', 'Go'],
  ['hackage', 'Hackage'],
  ['hex', 'Hex'],
  ['julia', 'Julia'],
  ['maven', 'Maven'],
  ['npm', 'npm'],
  ['nuget', 'NuGet'],
  ['opam', 'opam'],
  ['pub', 'Pub'],
  ['pypi', 'PyPI'],
  ['swift', 'SwiftURL'],
]);

/** Package URL types with namespaces of distributions, whose advisories name source packages. */
const distributions: ReadonlyMap<string, string> = new Map([
  ['apk/alpaquita', 'Alpaquita'],
  ['apk/alpine', 'Alpine'],
  ['apk/bellsoft-hardened-containers', 'BellSoft Hardened Containers'],
  ['apk/chainguard', 'Chainguard'],
  ['apk/minimos', 'MinimOS'],
  ['apk/wolfi', 'Wolfi'],
  ['deb/debian', 'Debian'],
  ['deb/echo', 'Echo'],
  ['deb/ubuntu', 'Ubuntu'],
  ['rpm/almalinux', 'AlmaLinux'],
  ['rpm/azure-linux', 'Azure Linux'],
  ['rpm/azurelinux', 'Azure Linux'],
  ['rpm/mageia', 'Mageia'],
  ['rpm/openeuler', 'openEuler'],
  ['rpm/opensuse', 'openSUSE'],
  ['rpm/photon', 'Photon OS'],
  ['rpm/redhat', 'Red Hat'],
  ['rpm/rhel', 'Red Hat'],
  ['rpm/rocky', 'Rocky Linux'],
  ['rpm/suse', 'SUSE'],
]);
