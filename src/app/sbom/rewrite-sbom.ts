import { jsonMembers } from '../../base/formats/json/json-members.ts';
import type { SbomDocument } from '../../model/inventory/sbom-document.ts';

/**
 * Writes an SBOM anew in its own format as another version of its specification. Only what names the version is
 * changed, in the text itself: every key and element that nobody knows stays as it was, letter by letter.
 * `undefined` when the text does not name its version where the format wants it.
 */
export function rewriteSbom(text: string, document: SbomDocument, spec: string): string | undefined {
  if (spec === document.specVersion) return text;
  if (document.serialisation === 'json') return rewriteJson(text, document, spec);
  if (document.serialisation === 'xml') return rewriteXml(text, document.specVersion, spec);
  const naming = namings[document.serialisation];
  return naming === undefined ? undefined : rewriteNamed(text, naming, document.specVersion, spec);
}

/** Where the texts of SPDX 2 name their version: what stands before it, and the version. */
const namings: Partial<Record<SbomDocument['serialisation'], RegExp>> = {
  'tag-value': /^(SPDXVersion[ \t]{0,100}:[ \t]{0,100}SPDX-)(\d\.\d)/m,
  yaml: /^(["']?spdxVersion["']?[ \t]{0,100}:[ \t]{0,100}["']?SPDX-)(\d\.\d)/m,
  rdf: /(<(?:[\w.-]{1,100}:)?specVersion(?:\s[^<>]{0,1000})?>\s{0,100}SPDX-)(\d\.\d)/,
};

function rewriteNamed(text: string, naming: RegExp, before: string, spec: string): string | undefined {
  const [whole, start, version] = naming.exec(text) ?? [];
  if (whole === undefined || version !== before) return undefined;
  return text.replace(naming, () => `${start}${spec}`);
}

function rewriteJson(text: string, { family }: SbomDocument, spec: string): string | undefined {
  const [key, value] = family === 'CycloneDX' ? ['specVersion', spec] : ['spdxVersion', `SPDX-${spec}`];
  const members = jsonMembers(text);
  // Of a key that stands twice the last one counts, as for JSON.parse.
  const named = members.findLast((one) => one.key === key);
  if (named === undefined) return undefined;
  const schema = members.find((one) => one.key === '$schema');
  const edits = [{ ...named, text: JSON.stringify(value) }];
  if (schema !== undefined && family === 'CycloneDX') {
    const address = text.slice(schema.start, schema.end);
    edits.push({ ...schema, text: address.replace(/bom-1\.\d+(?=[.a-z-]*\.schema\.json"$)/, `bom-${spec}`) });
  }
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((written, edit) => written.slice(0, edit.start) + edit.text + written.slice(edit.end), text);
}

function rewriteXml(text: string, before: string, spec: string): string | undefined {
  const namespace =
    /(\bxmlns(?::[\w.-]{1,100})?\s{0,100}=\s{0,100}["']https?:\/\/cyclonedx\.org\/schema\/bom\/)([^/"'\s]{1,20})(?=["'])/g;
  let found = false;
  const written = text.replace(namespace, (whole, address: string, version: string) => {
    if (version !== before) return whole;
    found = true;
    return `${address}${spec}`;
  });
  return found ? written : undefined;
}
