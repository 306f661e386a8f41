import type { KeyPath, LinePlace } from '../../../model/place.ts';
import { endOfString, keyOf } from './locate-json.ts';

type Place = Omit<LinePlace, 'file'>;

/** A key that stands a second time in its object, and where. */
export type RepeatedKey = { readonly key: string; readonly at: Place };

/** Prepares the question where the value at a key path of a JSON text begins, or the nearest one above it that exists; of a member that is its key. */
export function jsonPlaces(text: string): (keyPath: KeyPath) => Place {
  const starts = lineStarts(text);
  let walked: { readonly depth: number; readonly root: Node } | undefined;
  return (keyPath) => {
    if (walked === undefined || walked.depth < keyPath.length)
      walked = { depth: keyPath.length, root: walk(text, keyPath.length).root };
    let node = walked.root;
    for (const key of keyPath) {
      const child = node.children?.get(key);
      if (child === undefined) break;
      node = child;
    }
    return placeAt(starts, node.at);
  };
}

/**
 * The keys that stand twice in an object of a JSON text, of which `value` has the later one. That there are none is seen by
 * counting, without a map of the text.
 */
export function repeatedKeys(text: string, value: unknown): readonly RepeatedKey[] {
  if (keysIn(text) === keysOf(value)) return [];
  const starts = lineStarts(text);
  return walk(text, Number.POSITIVE_INFINITY).repeated.map(({ key, at }) => ({ key, at: placeAt(starts, at) }));
}

function keysIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) {
    at = endOfString(text, at);
    let next = at + 1;
    while (isSpace(text.charCodeAt(next))) next++;
    if (text.charCodeAt(next) === colon) count++;
  }
  return count;
}

function keysOf(value: unknown): number {
  let count = 0;
  const open = [value];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one !== 'object' || one === null) continue;
    const inner: unknown[] = Object.values(one);
    if (!Array.isArray(one)) count += inner.length;
    for (const each of inner) open.push(each);
  }
  return count;
}

type Node = { readonly at: number; readonly children?: Map<string | number, Node> };
type Open = { readonly node: Node; readonly isList: boolean; next: number; key: string | undefined; keyAt: number };

const [quote, comma, colon] = [34, 44, 58];

/** Walks a text that `JSON.parse` has accepted, and notes where the values down to a depth begin. */
function walk(text: string, depth: number) {
  const repeated: { readonly key: string; readonly at: number }[] = [];
  const open: Open[] = [];
  let root: Node = { at: 0 };
  const add = (at: number, children?: Map<string | number, Node>): Node => {
    const parent = open.at(-1);
    if (parent === undefined) return (root = { at, ...(children && { children }) });
    const name = parent.isList ? parent.next : (parent.key ?? '');
    const node = { at: parent.isList ? at : parent.keyAt, ...(children && { children }) };
    if (parent.node.children?.has(name) === true) repeated.push({ key: String(name), at: node.at });
    parent.node.children?.set(name, node);
    return node;
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const parent = open.at(-1);
    if (code === quote) {
      const end = endOfString(text, at);
      if (parent !== undefined && !parent.isList && parent.key === undefined) {
        parent.key = keyOf(text.slice(at + 1, end));
        parent.keyAt = at;
      } else add(at);
      at = end;
    } else if (code === 123 || code === 91) {
      const node = add(at, open.length < depth ? new Map<string | number, Node>() : undefined);
      open.push({ node, isList: code === 91, next: 0, key: undefined, keyAt: 0 });
    } else if (code === 125 || code === 93) open.pop();
    else if (code === comma && parent !== undefined) {
      parent.key = undefined;
      parent.next++;
    } else if (code !== colon && code !== 0xfeff && !isSpace(code)) {
      add(at);
      while (at + 1 < text.length && !/[\s,\]}]/.test(text.charAt(at + 1))) at++;
    }
  }
  return { root, repeated };
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function placeAt(starts: readonly number[], offset: number): Place {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
