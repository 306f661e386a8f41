import { distributionName, type Distribution } from '../../base/packages/os-release.ts';
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
    purl: apkPurl(one, around.distribution),
    type: 'apk',
    name: one.name,
    version: one.version,
    pinning: one.version === undefined ? { kind: 'range', asked: '*' } : { kind: 'exact' },
    scope: 'unknown',
    scopeEvidence: [{ scope: 'unknown', reason: 'a database of installed packages does not tell what uses them', at }],
    relation: around.relation,
    firstParty: false,
    foundAt: [at],
    hashes: one.hash === undefined ? [] : [one.hash],
    licences: one.licence === undefined ? [] : [{ expression: one.licence, at }],
    supplier: one.maintainer,
    homepage: one.homepage,
    repository: undefined,
    download: undefined,
    description: one.description,
    source: one.source,
    dependsOn: around.needed.map((other) => apkPurl(other, around.distribution)).toSorted(),
  };
}

function apkPurl({ name, version, architecture }: ApkPackage, distribution: Distribution | undefined): string {
  return formatPurl({
    type: 'apk',
    namespace: distribution?.id,
    name,
    version,
    qualifiers: { arch: architecture, distro: distribution && distributionName(distribution) },
  });
}
