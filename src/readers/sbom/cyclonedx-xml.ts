import { parseXml, type XmlElement } from '../../base/formats/xml.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import type { ParsedSbom } from '../../model/inventory/sbom-document.ts';
import { checkCycloneDx } from './cyclonedx/check-cyclonedx.ts';
import { cycloneDxXmlValue } from './cyclonedx/cyclonedx-xml-value.ts';
import { refused } from './refused.ts';
import { sbomReading } from './inventory/sbom-reading.ts';

/** Reads CycloneDX XML 1.0 to 1.7 (ECMA-424); a later 1.x is read with a warning. */
export const cyclonedxXml: Reader = {
  name: 'cyclonedx-xml',
  title: 'CycloneDX XML 1.0 to 1.7',
  capabilities: { scope: true, graph: true, hashes: true, licence: true, direct: true },
  read: ({ path, text }) => sbomReading(path, parseCycloneDxXml(path, text)),
};

/** A CycloneDX XML text as any SBOM. */
function parseCycloneDxXml(path: string, text: string): ParsedSbom {
  const root = parseXml(text);
  if ('message' in root) return refused(path, root);
  return checkCycloneDxXml(path, root);
}

/** An XML document as any SBOM, when it is one of CycloneDX. */
export function checkCycloneDxXml(path: string, root: XmlElement): ParsedSbom {
  const located = cycloneDxXmlValue(root);
  if (located !== undefined) return checkCycloneDx(path, located, 'xml');
  return refused(
    path,
    { message: `its root element is <${root.name.slice(0, 40)}>, not the <bom> of CycloneDX`, at: root.at },
    'Export the bill of materials as CycloneDX XML, or list the file under `ignore` in tureen.yaml.',
  );
}
