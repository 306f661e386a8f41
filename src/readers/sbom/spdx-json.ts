import { parseJson } from '../../base/formats/json/json.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import type { ParsedSbom } from '../../model/inventory/sbom-document.ts';
import { checkSpdx } from './spdx/check-spdx.ts';
import { checkSpdx3, isSpdx3 } from './spdx3/check-spdx3.ts';
import { refused } from './refused.ts';
import { sbomReading } from './inventory/sbom-reading.ts';

/** Reads SPDX JSON 2.2 and 2.3 (ISO/IEC 5962), and the JSON-LD of 3.0; later versions with a warning. */
export const spdxJson: Reader = {
  name: 'spdx-json',
  title: 'SPDX JSON 2.2 and 2.3, SPDX JSON-LD 3.0',
  capabilities: { scope: true, graph: true, hashes: true, licence: true, direct: true },
  read: ({ path, text }) => sbomReading(path, parseSpdxJson(path, text)),
};

/** An SPDX text in JSON as any SBOM. */
function parseSpdxJson(path: string, text: string): ParsedSbom {
  const json = parseJson(text);
  if ('message' in json) return refused(path, json);
  return isSpdx3(json.value) ? checkSpdx3(path, json) : checkSpdx(path, json, 'json');
}
