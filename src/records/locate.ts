import { parseJson } from '../base/formats/json/json.ts';
import { jsonPlaces } from '../base/formats/json/json-places.ts';
import { readPlainPlaces } from '../base/formats/plain-record.ts';
import { parseYaml } from '../base/formats/yaml/yaml.ts';
import type { KeyPath, KeyPlace, LinePlace } from '../model/place.ts';

/** Where a key stands in a text, from 1; a text that cannot be read gives no lines. */
export type Position = { readonly line: number | undefined; readonly column?: number | undefined };

/** Finds a key in the text of its file: the key itself, or the nearest one above it that exists. */
export function locate(place: KeyPlace, text: string): Position {
  return locator(text)(place);
}

/** Prepares the finding of many keys in one text, which is parsed once, and only when a key is asked for. */
export function locator(text: string): (place: KeyPlace) => Position {
  let find: ((keyPath: KeyPath) => Omit<LinePlace, 'file'>) | undefined;
  let tried = false;
  return ({ file, keyPath }) => {
    if (!tried) find = file.endsWith('.json') ? inJson(text) : inYaml(text);
    tried = true;
    return find?.(keyPath) ?? { line: undefined };
  };
}

function inYaml(text: string) {
  const plain = readPlainPlaces(text);
  if (plain !== undefined) return plain;
  const yaml = parseYaml(text);
  return yaml.problems.length > 0 ? undefined : yaml.placeOf;
}

function inJson(text: string) {
  return 'message' in parseJson(text) ? undefined : jsonPlaces(text);
}
