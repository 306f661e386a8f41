import { packageName } from '../../../base/packages/package-name.ts';
import { formatPurl, parsePurl, type PurlParts } from '../../../base/packages/purl.ts';
import { quote } from '../../../base/quote.ts';
import type { SbomComponent } from '../../../model/inventory/sbom-document.ts';
import { known } from './stated.ts';

/** Which package a component of an SBOM is, and what is odd about how the file says so. */
export type Identity = {
  readonly parts: PurlParts;
  readonly purl: string;
  readonly name: string;
  readonly version: string | undefined;
  /** Whether the package URL stands in the file; otherwise it is made of group, name and version. */
  readonly stated: boolean;
  readonly problem: string | undefined;
};

/** Identifies a component by its package URL, else by group and name as `generic`; `undefined` when it has neither. */
export function identify(component: SbomComponent): Identity | undefined {
  const written = component.purls.map(({ value }) => value);
  const stated = written.map((purl) => parsePurl(purl)).find((parts) => parts !== undefined);
  const name = known(component.name);
  const version = known(component.version);
  if (stated === undefined && name === undefined) return undefined;
  const own: PurlParts = stated ?? { type: 'generic', namespace: component.group, name: name ?? '' };
  const parts = { ...own, version: own.version ?? version };
  const [first] = written;
  const invalid = first === undefined ? undefined : `${quote(first)} is no package URL`;
  return {
    parts,
    purl: formatPurl(parts),
    name: packageName(parts),
    version: parts.version,
    stated: stated !== undefined,
    problem: stated === undefined ? invalid : mismatch(stated, version),
  };
}

/** In a package URL the epoch of RPM is a qualifier; Go's `v` is written and left out by turns. */
function mismatch(parts: PurlParts, beside: string | undefined): string | undefined {
  const { version, qualifiers } = parts;
  if (!version || !beside || formatPurl({ ...parts, version: beside }) === formatPurl(parts)) return undefined;
  const same = [version, `${qualifiers?.['epoch'] ?? '0'}:${version}`, version.replace(/^v/, '')];
  if (same.includes(beside)) return undefined;
  return `the package URL says version ${quote(version)}, but "version" says ${quote(beside)}; the package URL is taken`;
}
