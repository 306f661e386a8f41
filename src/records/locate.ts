import { parseYaml } from '../base/yaml.ts';
import type { KeyPlace } from '../model/place.ts';

/** Turns key paths of one file into lines and columns, parsing its text once; a text that is no YAML gives none. */
export function locator(text: string): (place: KeyPlace) => { readonly line: number | undefined; readonly column?: number | undefined } {
  let parsed: ReturnType<typeof parseYaml> | undefined;
  return ({ keyPath }) => {
    parsed ??= parseYaml(text);
    return parsed.problems.length > 0 ? { line: undefined, column: undefined } : parsed.placeOf(keyPath);
  };
}
