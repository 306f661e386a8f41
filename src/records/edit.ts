import { isCollection, isScalar, isSeq, parseDocument, type Document } from 'yaml';
import type { KeyPath } from '../model/place.ts';
import type { YamlValue } from './editing/render-yaml.ts';
import { valueAt } from '../base/formats/value-at.ts';
import { deletion, insertion, replacement, type Splice, type Spot } from './editing/splices.ts';
import { contentEnd, spansOf, type Collection } from './editing/yaml-spans.ts';

/** A text with one field changed and every other byte as it was, or why that cannot be done and what to do. */
export type Edit = { readonly text: string } | { readonly refused: string; readonly help: string };

/** Writes a value at a key path of a YAML text, and the keys above it where they are missing; comments inside an old list or group go with it. */
export function setIn(text: string, keyPath: KeyPath, value: YamlValue): Edit {
  return edit(text, keyPath, {
    wanted: (whole) => withValue(whole, keyPath, value),
    splices: ({ spot, rest }) => {
      const { node } = spot;
      if (isCollection(node) && node.items.length > 0 && rest.length > 0) {
        return insertion(text, spot, isSeq(node) ? undefined : String(rest[0]), wrap(rest.slice(1), value));
      }
      return replacement(text, spot, wrap(rest, value));
    },
  });
}

/** Takes a key, or an entry of a list, out of a YAML text; a text without it stays as it is. */
export function deleteIn(text: string, keyPath: KeyPath): Edit {
  return edit(text, keyPath, {
    wanted: (whole) => withoutValue(whole, keyPath),
    splices: ({ rest, parent, index }) =>
      rest.length > 0 || parent === undefined ? [{ start: 0, end: 0, insert: '' }] : deletion(text, parent, index),
  });
}

/** Adds an entry to the end of a list of a YAML text; a list that is missing is made. */
export function appendTo(text: string, keyPath: KeyPath, value: YamlValue): Edit {
  const list = valueAt(parse(text)?.whole, keyPath);
  if (list === undefined || list === null) return setIn(text, keyPath, [value]);
  if (Array.isArray(list)) return setIn(text, [...keyPath, list.length], value);
  return refusal(keyPath, 'is no list', 'Make it a list first.');
}

type Parsed = { readonly document: Document; readonly whole: unknown };

/** The deepest value on a key path that exists, the keys that lead on from it, and the collection that it stands in. */
type Way = {
  readonly spot: Spot;
  readonly rest: KeyPath;
  readonly parent: Spot | undefined;
  readonly index: number;
};

type Change = {
  readonly wanted: (whole: unknown) => unknown;
  readonly splices: (way: Way) => readonly Splice[];
};

/** Takes the first splice after which the text reads as wanted: a wrong guess is never written. */
function edit(text: string, keyPath: KeyPath, { wanted, splices }: Change): Edit {
  const parsed = parse(text);
  if (parsed === undefined) return refusal(keyPath, 'stands in a text that is no YAML', 'Mend the file first.');
  const way = follow(parsed.document, keyPath, text);
  if (way !== undefined && way.rest.length > 0 && !leadsOn(way.spot.node))
    return refusal(keyPath, 'leads through an alias or a value without keys', 'Write the part out as keys first.');
  const aim = signature(wanted(parsed.whole));
  for (const splice of way === undefined ? [] : splices(way)) {
    const changed = apply(text, splice);
    const read = parse(changed);
    if (read !== undefined && signature(read.whole) === aim) return { text: changed };
  }
  return refusal(
    keyPath,
    'cannot be changed alone: an alias or a comment is tied to it',
    'Edit the file by hand here.',
  );
}

function refusal(keyPath: KeyPath, reason: string, help: string): Edit {
  return { refused: `"${keyPath.join('.')}" ${reason}`, help };
}

function parse(text: string): Parsed | undefined {
  const document = parseDocument(text, { keepSourceTokens: true, prettyErrors: false, version: '1.2', strict: true });
  if (document.errors.length > 0 || document.warnings.length > 0) return undefined;
  try {
    return { document, whole: document.toJS({ maxAliasCount: 100 }) as unknown };
  } catch {
    return undefined;
  }
}

function follow({ contents }: Document, keyPath: KeyPath, text: string): Way | undefined {
  const start = contents?.range?.[0] ?? text.length;
  const end = contents === null ? start : contentEnd(contents, text);
  let spot: Spot = { node: contents ?? undefined, start, after: undefined, valueStart: start, end, flow: false };
  let parent: Spot | undefined;
  let index = -1;
  for (const [depth, key] of keyPath.entries()) {
    const { node } = spot;
    const spans = isCollection(node) ? spansOf(node, text) : [];
    if (spans === undefined) return undefined;
    const at = isCollection(node) ? indexOf(node, key) : -1;
    const span = spans[at];
    if (span === undefined) return { spot, rest: keyPath.slice(depth), parent, index };
    parent = spot;
    index = at;
    spot = { ...span, flow: spot.flow || (isCollection(node) && node.flow === true) };
  }
  return { spot, rest: [], parent, index };
}

function indexOf(collection: Collection, key: string | number): number {
  if (isSeq(collection)) return typeof key === 'number' ? key : -1;
  return collection.items.findIndex((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
}

/** Whether keys can stand below a node: nothing, a key without a value, a group, a list. */
function leadsOn(node: Spot['node']): boolean {
  return node === undefined || isCollection(node) || (isScalar(node) && node.value === null);
}

function apply(text: string, { start, end, insert }: Splice): string {
  const lines = text.includes('\r\n') ? insert.replaceAll('\n', '\r\n') : insert;
  return text.slice(0, start) + lines + text.slice(end);
}

function wrap(keyPath: KeyPath, value: YamlValue): YamlValue {
  return keyPath.reduceRight<YamlValue>((inner, key) => (typeof key === 'number' ? [inner] : { [key]: inner }), value);
}

function withValue(whole: unknown, [key, ...rest]: KeyPath, value: YamlValue): unknown {
  if (key === undefined) return value;
  const inner = withValue(valueAt(whole, [key]), rest, value);
  if (typeof key === 'string' || (isGroup(whole) && !Array.isArray(whole)))
    return { ...(isGroup(whole) && whole), [key]: inner };
  const list: unknown[] = Array.isArray(whole) ? [...(whole as unknown[])] : [];
  list[key] = inner;
  return list;
}

function withoutValue(whole: unknown, [key, ...rest]: KeyPath): unknown {
  if (key === undefined || !isGroup(whole) || !Object.hasOwn(whole, key)) return whole;
  if (rest.length > 0) return withValue(whole, [key], withoutValue(valueAt(whole, [key]), rest) as YamlValue);
  if (Array.isArray(whole)) return whole.filter((_, index) => index !== key);
  return Object.fromEntries(Object.entries(whole).filter(([name]) => name !== String(key)));
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Values are the same when their JSON is, keys in the same order; numbers that JSON does not know are named. */
function signature(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'number' && !Number.isFinite(inner) ? String(inner) : inner,
  );
}
