import { systemPackage } from '../../base/packages/system/system-package.ts';
import type { Distribution } from '../../base/packages/system/os-release.ts';
import { distributionName } from '../../base/packages/system/os-release.ts';
import { formatPurl, type PurlParts } from '../../base/packages/purl.ts';
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
    ...systemPackage(rpmParts(one, distribution), at),
    version: fullVersion(one),
    hashes: hashesOf(one),
    licences: one.licence === undefined ? [] : [{ expression: one.licence, at }],
    supplier: one.vendor,
    homepage: one.homepage,
    description: one.summary,
    source: one.source,
    dependsOn: needed?.map((other) => formatPurl(rpmParts(other, distribution))).toSorted(),
  };
}

function rpmParts(
  { name, version, release, epoch, architecture, module }: RpmPackage,
  distribution: Distribution | undefined,
): PurlParts {
  return {
    type: 'rpm',
    namespace: distribution && vendorOf(distribution),
    name,
    version: `${version}-${release}`,
    qualifiers: {
      arch: architecture,
      epoch: epoch === undefined ? undefined : String(epoch),
      distro: distribution && distributionName(distribution),
      rpmmod: module,
    },
  };
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
