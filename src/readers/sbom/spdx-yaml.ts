import type { LocatedValue } from '../../base/formats/located-value.ts';
import { parsePlainYaml } from '../../base/formats/yaml/plain-yaml.ts';
import { parseYaml } from '../../base/formats/yaml/yaml.ts';
import type { LinePlace } from '../../model/place.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import type { ParsedSbom } from '../../model/inventory/sbom-document.ts';
import { checkSpdx } from './spdx/check-spdx.ts';
import { refused } from './refused.ts';
import { sbomReading } from './inventory/sbom-reading.ts';

/** Reads SPDX YAML 2.2 and 2.3; a later 2.x is read with a warning. */
export const spdxYaml: Reader = {
  name: 'spdx-yaml',
  title: 'SPDX YAML 2.2 and 2.3',
  capabilities: { scope: true, graph: true, hashes: true, licence: true, direct: true },
  read: ({ path, text }) => sbomReading(path, parseSpdxYaml(path, text)),
};

/** An SPDX YAML text as any SBOM. */
export function parseSpdxYaml(path: string, text: string): ParsedSbom {
  const yaml = locatedYaml(text);
  return 'message' in yaml ? refused(path, yaml) : checkSpdx(path, yaml, 'yaml');
}

type Fault = { readonly message: string; readonly at: Omit<LinePlace, 'file'> };

/** Scalars are text, as typed; only a file with anchors, which generators hardly write, takes the long way. */
function locatedYaml(text: string): LocatedValue | Fault {
  const plain = parsePlainYaml(text);
  if (!('message' in plain)) {
    const [document, second] = plain;
    if (second !== undefined) return { message: 'it holds several YAML documents', at: { line: 1 } };
    return document ?? { message: 'the file is empty', at: { line: 1 } };
  }
  const whole = parseYaml(text);
  const [problem] = whole.problems;
  return problem ?? { value: whole.value, lineOf: (keyPath) => whole.placeOf(keyPath).line };
}
