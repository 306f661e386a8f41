import { packageOf } from '../../../base/packages/purl.ts';
import type { Component } from '../../../model/component.ts';
import type { CpeMapping } from '../../../model/anomalies/cpe-mapping.ts';
import type { Scheme } from '../../../model/plugs/scheme.ts';
import { conan } from '../../../versions/conan.ts';
import { generic } from '../../../versions/generic.ts';
import { java } from '../../../versions/java.ts';
import { openssl } from '../../../versions/openssl.ts';
import { pep440 } from '../../../versions/pep440.ts';
import { schemeOf } from '../../../versions/scheme-of.ts';
import { semver } from '../../../versions/semver.ts';
import { versionOf, type AdvisedPackage } from '../matching/advised-package.ts';
import { packageKeyOf } from '../matching/package-key-of.ts';
import { distributionTypes, sourcePackageOf } from '../matching/source-package-of.ts';
import { shorten } from '../matching/shorten.ts';

/** The confirmed products of packages, by package URL without version. */
export type CpeMappings = ReadonlyMap<string, readonly CpeMapping[]>;

/** A component as one of the products that a person says it is. */
export type MappedComponent = {
  readonly mapping: CpeMapping;
  /** The package URL type, which may contradict the software that an entry is for. */
  readonly type: string;
  readonly version: AdvisedPackage['version'];
  readonly called: string;
  readonly scheme: Scheme;
  /** True for what a distribution builds: it mends defects without taking a new version. */
  readonly patched: boolean;
};

/** The products that a component was confirmed to be; none where nobody has said so. */
export function mappedComponents(component: Component, mappings: CpeMappings): readonly MappedComponent[] {
  const confirmed = mappings.get(packageOf(component.purl));
  if (confirmed === undefined) return [];
  const patched = distributionTypes.has(component.type);
  const own = patched ? upstreamVersion(sourcePackageOf(component).version) : component.version;
  const version = versionOf(component, own);
  const called = 'exact' in version ? shorten(version.exact) : 'its version';
  return confirmed.map((mapping) => {
    return { mapping, type: component.type, version, called, scheme: schemeFor(component, mapping), patched };
  });
}

/** Without the epoch and the revision of a distribution, and without what it says of its own packing. */
function upstreamVersion(version: string | undefined): string | undefined {
  return version
    ?.replace(/^\d+:/, '')
    .replace(/-[^-]*$/, '')
    .replace(/[+.~](?:dfsg|ds|deb|really|git).*$/s, '');
}

/** The order of the product, or of the package's ecosystem, or else the general one, which deserves less trust. */
function schemeFor(component: Component, { vendor, product }: CpeMapping): Scheme {
  const ofProduct = productSchemes.get(`${vendor}/${product}`) ?? (javaRuntimes.has(product) ? java : undefined);
  if (ofProduct !== undefined) return ofProduct;
  if (distributionTypes.has(component.type)) return generic;
  if (component.type === 'conan') return conan;
  return schemeOf(packageKeyOf(component)?.ecosystem ?? '') ?? generic;
}

/** Products whose makers have rules for their versions, whatever package they come in. */
const productSchemes: ReadonlyMap<string, Scheme> = new Map([
  ['nodejs/node.js', semver],
  ['openssl/openssl', openssl],
  ['python/python', pep440],
]);

/** Products that count as Java's runtimes do, whoever builds them. */
const javaRuntimes = new Set(['java_se', 'jdk', 'jre', 'openjdk', 'temurin', 'zulu']);
