import { systemPackage, systemParts } from '../../base/packages/system/system-package.ts';
import { type Distribution } from '../../base/packages/system/os-release.ts';
import { formatPurl } from '../../base/packages/purl.ts';
import type { Component, Relation } from '../../model/component.ts';
import type { ApkPackage } from './apk-database.ts';

/** What the paragraph of a package does not say itself. */
type Surroundings = {
  readonly distribution: Distribution | undefined;
  readonly relation: Relation;
  readonly needed: readonly ApkPackage[];
};

/** The component of an installed package. */
export function apkComponent(one: ApkPackage, file: string, around: Surroundings): Component {
  const at = { file, line: one.line };
  return {
    ...systemPackage(systemParts('apk', one, around.distribution), at),
    relation: around.relation,
    hashes: one.hash === undefined ? [] : [one.hash],
    licences: one.licence === undefined ? [] : [{ expression: one.licence, at }],
    supplier: one.maintainer,
    homepage: one.homepage,
    description: one.description,
    source: one.source,
    dependsOn: around.needed.map((other) => formatPurl(systemParts('apk', other, around.distribution))).toSorted(),
  };
}
