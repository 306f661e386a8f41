import { shapeProblems, syntaxProblem } from '../../base/reading.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import { parseYaml } from '../../base/formats/yaml/yaml.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KeyPath } from '../../model/place.ts';
import { westSchema, type WestManifest } from './west-schema.ts';

/** A manifest with the lines of its keys. */
export type ParsedWest = { readonly manifest: WestManifest; readonly lineOf: (path: KeyPath) => number };

/** Reads a west manifest, or tells why the text is none. */
export function parseWest(file: string, text: string): ParsedWest | readonly Diagnostic[] {
  const yaml = parseYaml(text, 'text');
  if (yaml.problems.length > 0)
    return yaml.problems.slice(0, 5).map(({ message, help, at }) => ({ ...syntaxProblem(file, message, at), help }));
  const lineOf = (path: KeyPath) => yaml.placeOf(path).line;
  const checked = checkSchema(westSchema, yaml.value);
  return checked.ok ? { manifest: checked.value.manifest, lineOf } : shapeProblems(file, checked.problems, lineOf);
}
