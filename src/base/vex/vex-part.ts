import type { VexPart } from '../../model/vex/vex-document.ts';
import { formatPurl, parsePurl } from '../packages/purl.ts';

/** A product or part as a document names it; its package URL in canonical form, also where that is the only name. */
export function vexPart({ id, purl, cpe, name, version, vendor }: VexPart): VexPart {
  const parts = parsePurl(purl ?? id);
  if (parts === undefined) return { id, ...given({ cpe, name, version, vendor }) };
  const canonical = formatPurl(parts);
  return { id, purl: canonical, ...given({ cpe, version: parts.version === undefined ? version : undefined }) };
}

/** The name and version by which a part is shown where its document gives none. */
export function partTitle({ id, purl, name, version }: VexPart): { readonly name: string; readonly version?: string } {
  const parts = purl === undefined ? undefined : parsePurl(purl);
  const shown = name ?? (parts === undefined ? id : [parts.namespace, parts.name].filter(Boolean).join('/'));
  const number = parts?.version ?? version;
  return number === undefined ? { name: shown } : { name: shown, version: number };
}

function given<T extends object>(facts: T): Partial<T> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<T>;
}
