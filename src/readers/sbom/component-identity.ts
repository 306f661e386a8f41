import { formatPurl, parsePurl, type PurlParts } from '../../base/purl.ts';
import { quote } from '../../base/quote.ts';
import type { BomComponent } from './cyclonedx-schema.ts';
import { packageName } from '../../base/package-name.ts';

/** Which package an entry of a bill of materials is, and what is odd about how it says so. */
export type Identity = {
  readonly parts: PurlParts;
  readonly purl: string;
  readonly name: string;
  readonly version: string | undefined;
  /** Whether the package URL stands in the file; otherwise it is made of group, name and version. */
  readonly stated: boolean;
  readonly problem: string | undefined;
};

/** Identifies an entry by its package URL, else by group and name as `generic`; `undefined` when it has neither. */
export function identify({ purl, group, name, version }: BomComponent): Identity | undefined {
  const written = purl || undefined;
  const stated = written === undefined ? undefined : parsePurl(written);
  if (stated === undefined && !name) return undefined;
  const own: PurlParts = stated ?? { type: 'generic', namespace: group || undefined, name: name ?? '' };
  const parts = { ...own, version: own.version ?? (version || undefined) };
  const invalid = written === undefined ? undefined : `${quote(written)} is no package URL`;
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
