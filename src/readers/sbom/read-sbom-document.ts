import { parseJson } from '../../base/json.ts';
import type { ParsedSbom } from '../../model/sbom-document.ts';
import { checkCycloneDx } from './check-cyclonedx.ts';
import { refused } from './refused.ts';

/** Reads an SBOM of anybody, in any format that is known, which its content tells and not its name. */
export function readSbomDocument(path: string, text: string): ParsedSbom {
  const json = parseJson(text);
  return 'message' in json ? refused(path, json) : checkCycloneDx(path, json, 'json');
}
