import { formatPurl, parsePurl } from '../../base/packages/purl.ts';
import { vexPart } from '../../base/vex/vex-part.ts';
import type { VexPart, VexProduct } from '../../model/vex/vex-document.ts';
import type { VexStatus } from '../../model/vex/vex.ts';
import type { CyclonedxComponent, CyclonedxVex, CyclonedxVulnerability } from './cyclonedx-schema.ts';

/** The product that a BOM is about, and what stands at a reference that a vulnerability affects. */
export type CyclonedxProducts = {
  readonly product: VexPart | undefined;
  readonly productsAt: (
    affected: NonNullable<CyclonedxVulnerability['affects']>[number],
    status: VexStatus,
  ) => readonly VexProduct[];
};

/** Collects the components of a BOM by their references; one of another BOM is known by what its BOM-Link ends in. */
export function cyclonedxProducts({ metadata, components = [] }: CyclonedxVex): CyclonedxProducts {
  const main = metadata?.component;
  const product = main === undefined ? undefined : partOf(main);
  const byRef = new Map<string, VexPart>();
  const pending = [...components, ...(main?.components ?? [])];
  for (const one of pending) {
    if (one['bom-ref'] !== undefined) byRef.set(one['bom-ref'], partOf(one));
    for (const each of one.components ?? []) pending.push(each);
  }
  return {
    product,
    productsAt: ({ ref, versions = [] }, status) => {
      const isMain = product !== undefined && (ref === main?.['bom-ref'] || ref === product.id);
      const listed = isMain ? product : byRef.get(ref);
      const part = listed ?? linkedPart(ref);
      const parts = versions.length === 0 ? [part] : versionsOf(part, versions, status);
      if (isMain || product === undefined || listed === undefined)
        return parts.map((one) => ({ part: one, subcomponents: [] }));
      return parts.length === 0 ? [] : [{ part: product, subcomponents: parts }];
    },
  };
}

function partOf({ 'bom-ref': ref, name, version, purl, cpe }: CyclonedxComponent): VexPart {
  return vexPart({ id: ref ?? purl ?? name ?? '', purl, cpe, name, version });
}

/** `urn:cdx:<serial number>/<version>#<bom-ref>`: the reference is often a package URL. */
function linkedPart(ref: string): VexPart {
  const at = ref.startsWith('urn:cdx:') ? ref.indexOf('#') : -1;
  if (at === -1) return vexPart({ id: ref });
  const target = ref.slice(at + 1);
  const purl = /^pkg(?::|%3A)/i.test(target) ? unescape(target) : undefined;
  return purl === undefined ? { id: ref, name: target } : vexPart({ id: ref, purl });
}

function unescape(text: string): string {
  try {
    return text.includes('@') ? text : decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Versions are listed with a status of their own: that they are affected is not said of those that are not, nor that they are
 * fixed or not affected of those that are, beside others. Where all are called affected, the analysis is about them.
 */
function versionsOf(
  part: VexPart,
  versions: NonNullable<NonNullable<CyclonedxVulnerability['affects']>[number]['versions']>,
  status: VexStatus,
): readonly VexPart[] {
  const opposite = status === 'affected' ? 'unaffected' : status === 'under_investigation' ? undefined : 'affected';
  const fitting = versions.filter((one) => one.status === undefined || one.status !== opposite);
  const meant = fitting.length > 0 || status === 'affected' ? fitting : versions;
  return meant.map(({ version, range }) => atVersion(part, version ?? range));
}

/** The version of a component in its package URL is not the one that is listed. */
function atVersion(part: VexPart, version: string | undefined): VexPart {
  const parts = part.purl === undefined ? undefined : parsePurl(part.purl);
  if (parts?.version === undefined || version === undefined || parts.version === version) return { ...part, version };
  return { ...part, version, purl: formatPurl({ ...parts, version: undefined }) };
}
