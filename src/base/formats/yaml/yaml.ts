import { isCollection, isNode, isPair, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { KeyPath, LinePlace } from '../../../model/place.ts';
import { quote } from '../../quote.ts';

/** A YAML text that was read: its value, its places, and the text of each scalar as the author typed it. */
export type LocatedYaml = {
  readonly value: unknown;
  readonly problems: readonly YamlProblem[];
  /** The position of the value at a key path, or of the nearest key above it that exists. */
  readonly placeOf: (keyPath: KeyPath) => Omit<LinePlace, 'file'>;
  /** A scalar letter by letter, such as `1.10`, which reads as the number 1.1. */
  readonly typed: (keyPath: KeyPath) => string | undefined;
};

/** Why a text is not the YAML that it seems to be. */
export type YamlProblem = { readonly message: string; readonly help: string; readonly at: Omit<LinePlace, 'file'> };

/**
 * Reads one YAML 1.2 document; duplicate keys, tabs and alias bombs are problems. Scalars become what they look like, or
 * all stay text, so that the revision `1.10` or `1e5` of a file that people wrote is read letter by letter.
 */
export function parseYaml(text: string, scalars: 'typed' | 'text' = 'typed'): LocatedYaml {
  try {
    const read = readDocument(text, scalars);
    return read.problems.some(({ message }) => overflow.test(message)) ? tooDeep : read;
  } catch (error) {
    if (error instanceof RangeError && overflow.test(error.message)) return tooDeep;
    throw error;
  }
}

/** What the engine says where a parser calls itself once too often; some parsers catch it and hand it on. */
const overflow = /^Maximum call stack size exceeded$/;

const tooDeep: LocatedYaml = {
  value: undefined,
  problems: [
    {
      message: 'it is nested deeper than anything that is read',
      help: 'Write it flatter: no file of this kind lies a hundred levels deep.',
      at: { line: 1, column: 1 },
    },
  ],
  placeOf: () => ({ line: 1, column: 1 }),
  typed: () => undefined,
};

function readDocument(text: string, scalars: 'typed' | 'text'): LocatedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    version: '1.2',
    strict: true,
    schema: scalars === 'text' ? 'failsafe' : 'core',
    uniqueKeys: false,
    logLevel: 'error',
  });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const conflict = /^(<{7}|={7}|>{7})( |$)/m.test(text);
  const problems: YamlProblem[] = [...document.errors, ...document.warnings].map((error) => ({
    message: error.message.split('\n')[0] ?? error.message,
    help: conflict ? 'The file holds merge conflict markers; resolve the conflict first.' : helpFor(error.code),
    at: at(error.pos[0]),
  }));
  for (const each of faults(document).map(({ offset, ...fault }) => ({ ...fault, at: at(offset) })))
    problems.push(each);
  const value = problems.length > 0 ? undefined : plain(document, problems);
  const offsetOf = offsets(document);
  return {
    value,
    problems,
    placeOf: (keyPath) => at(offsetOf(keyPath)),
    typed: (keyPath) => {
      const node = document.getIn(keyPath, true);
      return isScalar(node) ? (node.source ?? undefined) : undefined;
    },
  };
}

function plain(document: Document, problems: YamlProblem[]): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 }) as unknown;
  } catch {
    problems.push({
      message: 'the aliases of this file multiply beyond 100 uses',
      help: 'Write the repeated parts out; records need no aliases.',
      at: { line: 1, column: 1 },
    });
    return undefined;
  }
}

function helpFor(code: string): string {
  if (code === 'TAB_AS_INDENT') return 'Indent with spaces: YAML does not allow tabs.';
  return 'Mend the YAML at this place.';
}

type Fault = { readonly message: string; readonly help: string; readonly offset: number };

/** What is YAML and yet no value: keys that stand twice or that no object takes, and aliases within their own anchor. */
function faults(document: Document): readonly Fault[] {
  const found: Fault[] = [];
  visit(document, {
    Pair: (_, { key }, path) => {
      if (!isCollection(key) || keysAround(path) < mostKeysInKeys) return undefined;
      found.push({
        message: `keys of more than ${mostKeysInKeys} levels stand inside of keys`,
        help: 'Write plain names for keys: no file of this kind has others.',
        offset: key.range?.[0] ?? 0,
      });
      return visit.BREAK;
    },
    Map: (_, map) => {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const fault = faultOf(key.value, seen);
        if (fault !== undefined) found.push({ ...fault, offset: key.range?.[0] ?? 0 });
        seen.add(key.value);
      }
    },
    Alias: (_, { source, range }, path) => {
      if (!path.some((above) => isNode(above) && 'anchor' in above && above.anchor === source)) return;
      const help = 'Write the value out; records need no aliases.';
      found.push({
        message: `the alias ${quote(`*${source}`)} stands inside of itself`,
        help,
        offset: range?.[0] ?? 0,
      });
    },
  });
  return found;
}

/** Each level of them is written as text once more for each level around it. */
const mostKeysInKeys = 4;

/** In how many keys something stands. */
function keysAround(path: readonly unknown[]): number {
  return path.filter((above, index) => isPair(above) && isCollection(above.key) && above.key === path[index + 1])
    .length;
}

/** The parser's own check of keys compares each with all. */
function faultOf(key: unknown, seen: ReadonlySet<unknown>): Omit<Fault, 'offset'> | undefined {
  if (seen.has(key))
    return {
      message: `the key ${quote(String(key))} stands twice`,
      help: 'Keep one of the two keys; the later one would silently win.',
    };
  if (key !== '__proto__') return undefined;
  return { message: 'it holds the key "__proto__"', help: 'Take it out: no file of this kind has it.' };
}

/** Finds where values begin; the keys of a collection are looked through once, however often it is asked about. */
function offsets(document: Document): (keyPath: KeyPath) => number {
  const known = new Map<unknown, ReadonlyMap<unknown, Child>>();
  const childrenOf = (node: unknown) => {
    const children = known.get(node) ?? new Map(childEntries(node));
    known.set(node, children);
    return children;
  };
  return (keyPath) => {
    let node: unknown = document.contents;
    let offset = isNode(document.contents) ? (document.contents.range?.[0] ?? 0) : 0;
    for (const key of keyPath) {
      const child = childrenOf(node).get(key);
      if (child === undefined) break;
      ({ node, offset } = child);
    }
    return offset;
  };
}

type Child = { readonly node: unknown; readonly offset: number };

function childEntries(node: unknown): (readonly [key: unknown, child: Child])[] {
  if (!isNode(node) || !('items' in node)) return [];
  return node.items.flatMap((item, index): (readonly [unknown, Child])[] => {
    if (isPair(item)) {
      const { key, value } = item;
      return isScalar(key) && key.range ? [[key.value, { node: value, offset: key.range[0] }]] : [];
    }
    return isNode(item) && item.range ? [[index, { node: item, offset: item.range[0] }]] : [];
  });
}
