import { parseXml, type XmlElement } from '../../base/formats/xml.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import type { ParsedSbom } from '../../model/inventory/sbom-document.ts';
import { checkSpdx } from './spdx/check-spdx.ts';
import { refused } from './refused.ts';
import { sbomReading } from './inventory/sbom-reading.ts';
import { spdxRdfValue } from './spdx/spdx-rdf-value.ts';

/** Reads SPDX RDF/XML 2.1 to 2.3; a later 2.x is read with a warning. */
export const spdxRdf: Reader = {
  name: 'spdx-rdf',
  title: 'SPDX RDF/XML 2.1 to 2.3',
  capabilities: { scope: true, graph: true, hashes: true, licence: true, direct: true },
  read: ({ path, text }) => sbomReading(path, parseSpdxRdf(path, text)),
};

/** An SPDX RDF/XML text as any SBOM. */
function parseSpdxRdf(path: string, text: string): ParsedSbom {
  const root = parseXml(text, 1000);
  return 'message' in root ? refused(path, root) : checkSpdxRdf(path, root);
}

/** An XML document as any SBOM, when it is SPDX in RDF. */
export function checkSpdxRdf(path: string, root: XmlElement): ParsedSbom {
  const located = spdxRdfValue(root);
  if (located !== undefined) return checkSpdx(path, located, 'rdf');
  return refused(
    path,
    { message: 'it is no RDF with an SPDX document in it', at: root.at },
    'Export the bill of materials as SPDX RDF/XML, or list the file under `ignore` in tureen.yaml.',
  );
}
