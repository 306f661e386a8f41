import { systemPackage, systemParts } from '../../base/packages/system/system-package.ts';
import { formatPurl } from '../../base/packages/purl.ts';
import type { Component, LicenceStatement, Relation } from '../../model/component.ts';
import type { InstalledPackage } from './installed-package.ts';
import { type Distribution } from '../../base/packages/system/os-release.ts';

/** What the paragraph of a package does not say itself. */
type Surroundings = {
  readonly distribution: Distribution | undefined;
  readonly relation: Relation;
  readonly needed: readonly InstalledPackage[];
  readonly licences: readonly LicenceStatement[];
};

/** The component of an installed package; one that stands in two architectures gives two, joined later. */
export function debianComponent(one: InstalledPackage, file: string, around: Surroundings): Component {
  const at = { file, line: one.line };
  return {
    ...systemPackage(systemParts('deb', one, around.distribution), at),
    relation: around.relation,
    licences: around.licences,
    supplier: one.maintainer,
    homepage: one.homepage,
    description: one.description,
    source: one.source,
    dependsOn: around.needed.map((other) => formatPurl(systemParts('deb', other, around.distribution))).toSorted(),
  };
}
