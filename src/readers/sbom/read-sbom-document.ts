import { parseJson } from '../../base/formats/json/json.ts';
import { parseXml } from '../../base/formats/xml.ts';
import type { ParsedSbom } from '../../model/inventory/sbom-document.ts';
import { checkCycloneDx } from './cyclonedx/check-cyclonedx.ts';
import { checkSpdx } from './spdx/check-spdx.ts';
import { checkSpdx3, isSpdx3 } from './spdx3/check-spdx3.ts';
import { checkCycloneDxXml } from './cyclonedx-xml.ts';
import { refused } from './refused.ts';
import { checkSpdxRdf } from './spdx-rdf.ts';
import { parseSpdxTagValue } from './spdx-tag-value.ts';
import { parseSpdxYaml } from './spdx-yaml.ts';

/** Reads an SBOM of anybody, in any format that is known, which its content tells and not its name. */
export function readSbomDocument(path: string, text: string): ParsedSbom {
  const start = text.slice(0, 4096).trimStart();
  if (start.startsWith('<')) return fromXml(path, text);
  if (/^SPDXVersion\s*:/m.test(text)) return parseSpdxTagValue(path, text);
  if (/^["']?spdxVersion["']?\s*:/m.test(text) && !start.startsWith('{')) return parseSpdxYaml(path, text);
  return fromJson(path, text);
}

function fromXml(path: string, text: string): ParsedSbom {
  const root = parseXml(text, 1000);
  if ('message' in root) return refused(path, root);
  return root.name === 'RDF' ? checkSpdxRdf(path, root) : checkCycloneDxXml(path, root);
}

function fromJson(path: string, text: string): ParsedSbom {
  const json = parseJson(text);
  if ('message' in json) return refused(path, json);
  if (isSpdx3(json.value)) return checkSpdx3(path, json);
  const isSpdx = typeof json.value === 'object' && json.value !== null && Object.hasOwn(json.value, 'spdxVersion');
  return isSpdx ? checkSpdx(path, json, 'json') : checkCycloneDx(path, json, 'json');
}
