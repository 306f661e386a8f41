import { formatPurl } from '../../base/packages/purl.ts';
import type { Component, Relation } from '../../model/component.ts';
import type { InstalledPackage } from './installed-package.ts';
import { distributionName, type Distribution } from '../../base/packages/os-release.ts';

/** What the paragraph of a package does not say itself. */
type Surroundings = {
  readonly distribution: Distribution | undefined;
  readonly relation: Relation;
  readonly needed: readonly InstalledPackage[];
};

/** The component of an installed package; one that stands in two architectures gives two, joined later. */
export function debianComponent(one: InstalledPackage, file: string, around: Surroundings): Component {
  const at = { file, line: one.line };
  return {
    purl: debianPurl(one, around.distribution),
    type: 'deb',
    name: one.name,
    version: one.version,
    pinning: one.version === undefined ? { kind: 'range', asked: '*' } : { kind: 'exact' },
    scope: 'unknown',
    scopeEvidence: [{ scope: 'unknown', reason: 'a database of installed packages does not tell what uses them', at }],
    relation: around.relation,
    firstParty: false,
    foundAt: [at],
    hashes: [],
    licences: [],
    supplier: one.maintainer,
    homepage: one.homepage,
    repository: undefined,
    download: undefined,
    description: one.description,
    source: one.source,
    dependsOn: around.needed.map((other) => debianPurl(other, around.distribution)).toSorted(),
  };
}

function debianPurl({ name, version, architecture }: InstalledPackage, distribution: Distribution | undefined): string {
  return formatPurl({
    type: 'deb',
    namespace: distribution?.id,
    name,
    version,
    qualifiers: { arch: architecture, distro: distribution && distributionName(distribution) },
  });
}
