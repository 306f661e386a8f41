import { parseJson } from '../../base/formats/json/json.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import type { ParsedSbom } from '../../model/inventory/sbom-document.ts';
import { checkCycloneDx } from './cyclonedx/check-cyclonedx.ts';
import { refused } from './refused.ts';
import { sbomReading } from './inventory/sbom-reading.ts';

/** Reads CycloneDX JSON 1.2 to 1.7 (ECMA-424); a later 1.x is read with a warning. */
export const cyclonedxJson: Reader = {
  name: 'cyclonedx-json',
  title: 'CycloneDX JSON 1.2 to 1.7',
  capabilities: { scope: true, graph: true, hashes: true, licence: true, direct: true },
  read: ({ path, text }) => sbomReading(path, parseCycloneDxJson(path, text)),
};

/** A CycloneDX JSON text as any SBOM. */
function parseCycloneDxJson(path: string, text: string): ParsedSbom {
  const json = parseJson(text);
  return 'message' in json ? refused(path, json) : checkCycloneDx(path, json, 'json');
}
