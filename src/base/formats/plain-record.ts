import type { KeyPath, LinePlace } from '../../model/place.ts';
import { parsePlainYaml } from './yaml/plain-yaml.ts';

/** The value of a YAML text, exactly as `parseYaml` reads it, and where its keys stand. */
export type PlainRecord = { readonly value: unknown; readonly placeOf: (keyPath: KeyPath) => Omit<LinePlace, 'file'> };

/**
 * Reads one YAML document as people write it, ten times faster than all of YAML can be read; `undefined` for anything out of
 * the ordinary, broken or not, which `parseYaml` has to look at. Places are noted only when they are asked for.
 */
export function readPlainRecord(text: string): PlainRecord | undefined {
  const value = valueOf(text, undefined);
  if (value === undefined) return undefined;
  let places: PlainRecord['placeOf'] | undefined;
  return { value, placeOf: (keyPath) => (places ??= readPlainPlaces(text) ?? atTheTop)(keyPath) };
}

/** The places alone of what `readPlainRecord` reads; `undefined` where it is, too. */
export function readPlainPlaces(text: string): PlainRecord['placeOf'] | undefined {
  const of = new Map<unknown, Map<unknown, Place>>();
  const value = valueOf(text, (collection, key, line, column) => {
    const known = of.get(collection) ?? new Map<unknown, Place>();
    of.set(collection, known.set(key, { line, column }));
  });
  if (value === undefined) return undefined;
  const top = topIn(text);
  return (keyPath) => placeIn({ value, top, of }, keyPath);
}

const atTheTop: PlainRecord['placeOf'] = () => ({ line: 1, column: 1 });

type Place = { readonly line: number; readonly column: number };
type Places = {
  readonly value: unknown;
  readonly top: Place;
  readonly of: ReadonlyMap<unknown, ReadonlyMap<unknown, Place>>;
};

function valueOf(text: string, note: Note | undefined): unknown {
  if (/[\t\ufeff]|\r(?!\n)|^%/.test(text)) return undefined;
  const documents = parsePlainYaml(text, { floor: -1, note });
  if ('message' in documents || documents.length !== 1) return undefined;
  const [document] = documents;
  return document === undefined || document.repeated.length > 0 || document.value === null ? undefined : document.value;
}

type Note = (collection: object, key: string | number, line: number, column: number) => void;

/** Where the document's value begins: on the first line that is no comment. */
function topIn(text: string): Place {
  const lines = text.split('\n');
  const at = Math.max(
    0,
    lines.findIndex((line) => !/^ *(?:#|\r?$|---(?: |\r?$))/.test(line)),
  );
  return { line: at + 1, column: (lines[at] ?? '').search(/[^ ]|$/) + 1 };
}

/** The place of the value, or of the nearest key above it that exists. */
function placeIn({ value, top, of }: Places, keyPath: KeyPath): Place {
  let place = top;
  let inner = value;
  for (const key of keyPath) {
    const child = of.get(inner)?.get(key);
    if (child === undefined) break;
    place = child;
    inner = (inner as Readonly<Record<string | number, unknown>>)[key];
  }
  return place;
}
