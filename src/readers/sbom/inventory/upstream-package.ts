import type { PurlParts } from '../../../base/packages/purl.ts';
import { sourceInPurl, type WrittenSource } from '../../../base/packages/system/source-in-purl.ts';
import type { SourcePackage } from '../../../model/component.ts';
import type { SbomProperty } from '../../../model/inventory/sbom-document.ts';

/**
 * The source package of a distribution's binary, where the generator kept it: Syft in a qualifier of the package URL,
 * Trivy in properties of the component, and Tureen itself in one.
 */
export function upstreamPackage(
  parts: PurlParts,
  component: { readonly properties: readonly Pick<SbomProperty, 'name' | 'value'>[] },
): SourcePackage | undefined {
  const written = sourceInPurl(parts);
  if (written !== undefined) return withVersion(written, parts);
  const property = (name: string) => component.properties.find((one) => one.name === name)?.value;
  const [name, version, release, epoch] = ['SrcName', 'SrcVersion', 'SrcRelease', 'SrcEpoch'].map((part) =>
    property(`aquasecurity:trivy:${part}`),
  );
  if (name === undefined || version === undefined) return fromOwn(property('tureen:source'));
  return { name, version: `${epoch ? `${epoch}:` : ''}${version}${release ? `-${release}` : ''}` };
}

/** Name and version with a blank between them, which neither of them has. */
function fromOwn(written = ''): SourcePackage | undefined {
  const [name, version, more] = written.split(' ');
  return name && version && more === undefined ? { name, version } : undefined;
}

function withVersion(
  { name, version: own }: WrittenSource,
  { version: ofBinary }: PurlParts,
): SourcePackage | undefined {
  const version = own ?? ofBinary;
  return version === undefined ? undefined : { name, version };
}
