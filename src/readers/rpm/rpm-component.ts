import type { Distribution } from '../../base/packages/os-release.ts';
import { distributionName } from '../../base/packages/os-release.ts';
import { formatPurl } from '../../base/packages/purl.ts';
import type { Component, Hash } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import { fullVersion, type RpmPackage } from './rpm-package.ts';

/** The component of an installed package; `needed` is `undefined` where the file holds no graph. */
export function rpmComponent(
  one: RpmPackage,
  at: LinePlace,
  distribution: Distribution | undefined,
  needed: readonly RpmPackage[] | undefined,
): Component {
  return {
    purl: rpmPurl(one, distribution),
    type: 'rpm',
    name: one.name,
    version: fullVersion(one),
    pinning: { kind: 'exact' },
    scope: 'unknown',
    scopeEvidence: [{ scope: 'unknown', reason: 'a database of installed packages does not tell what uses them', at }],
    relation: 'unknown',
    firstParty: false,
    foundAt: [at],
    hashes: hashesOf(one),
    licences: one.licence === undefined ? [] : [{ expression: one.licence, at }],
    supplier: one.vendor,
    homepage: one.homepage,
    repository: undefined,
    download: undefined,
    description: one.summary,
    source: one.source,
    dependsOn: needed?.map((other) => rpmPurl(other, distribution)).toSorted(),
  };
}

function rpmPurl({ name, version, release, epoch, architecture }: RpmPackage, distribution: Distribution | undefined) {
  return formatPurl({
    type: 'rpm',
    namespace: distribution && vendorOf(distribution),
    name,
    version: `${version}-${release}`,
    qualifiers: {
      arch: architecture,
      epoch: epoch === undefined ? undefined : String(epoch),
      distro: distribution && distributionName(distribution),
    },
  });
}

/** Package URLs name the vendor, which for some distributions is another word than the `ID` of os-release. */
function vendorOf({ id }: Distribution): string {
  if (id === 'rhel') return 'redhat';
  if (id.startsWith('opensuse')) return 'opensuse';
  return /^(?:sle[sd]|sle[_-]hpc|sl-micro|sle-micro|suse-microos)$/.test(id) ? 'suse' : id;
}

function hashesOf({ headerSha256, contentMd5 }: RpmPackage): Hash[] {
  return [
    ...(headerSha256 === undefined
      ? []
      : [{ algorithm: 'sha256' as const, value: headerSha256, of: 'package header' }]),
    ...(contentMd5 === undefined || contentMd5.length !== 32
      ? []
      : [{ algorithm: 'md5' as const, value: contentMd5, of: 'package header and payload' }]),
  ];
}
