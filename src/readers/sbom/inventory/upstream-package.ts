import type { PurlParts } from '../../../base/packages/purl.ts';
import type { SourcePackage } from '../../../model/component.ts';
import type { SbomProperty } from '../../../model/inventory/sbom-document.ts';

/**
 * The source package of a distribution's binary, where the generator kept it: Syft in the qualifier `upstream`
 * of the package URL, Trivy in properties of the component, and Tureen itself in one.
 */
export function upstreamPackage(
  parts: PurlParts,
  component: { readonly properties: readonly Pick<SbomProperty, 'name' | 'value'>[] },
): SourcePackage | undefined {
  const upstream = parts.qualifiers?.['upstream'];
  if (upstream !== undefined) return fromQualifier(upstream, parts);
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

/** `name@version`, or `name` when the versions are the same, or the file name of a source RPM. */
function fromQualifier(upstream: string, { version: binaryVersion }: PurlParts): SourcePackage | undefined {
  const [, rpmName, rpmVersion] = /^(.+)-([^-]+-[^-]+)\.src\.rpm$/.exec(upstream) ?? [];
  if (rpmName !== undefined && rpmVersion !== undefined) return { name: rpmName, version: rpmVersion };
  const at = upstream.indexOf('@');
  const name = at === -1 ? upstream : upstream.slice(0, at);
  const version = at === -1 ? binaryVersion : upstream.slice(at + 1);
  return version === undefined ? undefined : { name, version };
}
