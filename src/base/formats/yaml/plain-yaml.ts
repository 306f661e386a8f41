import type { KeyPath, LinePlace } from '../../../model/place.ts';
import { readFlow } from './plain-yaml-flow.ts';
import {
  endLine,
  nextLine,
  noteHere,
  refuse,
  step,
  trimBlanks,
  YamlRefusal,
  type YamlLines,
  type YamlTyping,
} from './plain-yaml-lines.ts';
import { endOfQuoted, readBlockScalar, readPlain, readQuoted, unquote } from './plain-yaml-scalars.ts';
import { checkKey, emptyScalar, scalarOf } from './plain-yaml-types.ts';

/** A YAML document in which every scalar is text, as its author typed it, and an empty value the empty text. */
export type PlainDocument = {
  /** Text, or a list or object of values. */
  readonly value: unknown;
  /** The line of the key that leads to an object or list; the nearest one above for anything else. */
  readonly lineOf: (keyPath: KeyPath) => number;
  /** The keys that stand twice in one object, each at its later line; the later value was taken. */
  readonly repeated: readonly RepeatedKey[];
};

/** A key that stands a second time, on the given line. */
export type RepeatedKey = { readonly key: string; readonly line: number };

/** Why a text is not the YAML that programs write, and where it stops being it. */
export type PlainYamlFault = { readonly message: string; readonly at: Omit<LinePlace, 'file'> };

/**
 * Reads the YAML that package managers write, many times faster than all of YAML can be read: block and flow
 * collections, scalars as text by the failsafe schema (YAML 1.2.2, 10.1), several documents in one file. Anchors,
 * aliases, tags and keys that are no text are refused, as is whatever is no YAML at all.
 */
export function parsePlainYaml(text: string, typing?: YamlTyping): readonly PlainDocument[] | PlainYamlFault {
  if (text.trim() === '') return { message: 'the file is empty', at: { line: 1, column: 1 } };
  const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const all = bare.split(bare.includes('\r') ? /\r?\n/ : '\n');
  if (all.at(-1) === '') all.pop();
  const lines: YamlLines = { all, at: -1, indent: -1, rest: '', typing };
  try {
    nextLine(lines);
    const documents: PlainDocument[] = [];
    do documents.push(document(lines));
    while (lines.at < lines.all.length);
    return documents;
  } catch (error) {
    if (!(error instanceof YamlRefusal)) throw error;
    return { message: error.message, at: error.at };
  }
}

/** More levels than any lockfile has, and fewer than the stack bears. */
const mostLevels = 200;

/** What is noted beside the values: the line of the key that leads to each list and object, and repeated keys. */
type Places = { readonly lines: Map<unknown, number>; readonly repeated: RepeatedKey[] };

function document(lines: YamlLines): PlainDocument {
  const places: Places = { lines: new Map(), repeated: [] };
  if (lines.rest.startsWith('---') && lines.indent === -1) {
    step(lines, 3);
    if (lines.rest !== '') refuse(lines, 'a document begins on a line of its own');
    nextLine(lines);
  }
  const top = Math.min(lines.at + 1, lines.all.length);
  const value = lines.indent === -1 ? emptyScalar(lines) : block(lines, places, mostLevels);
  if (lines.indent !== -1) refuse(lines, 'this line does not belong to the one above');
  if (lines.rest.startsWith('...')) nextLine(lines);
  return { value, lineOf: (keyPath) => lineOf(value, keyPath, places.lines, top), repeated: places.repeated };
}

function lineOf(value: unknown, keyPath: KeyPath, lines: ReadonlyMap<unknown, number>, top: number): number {
  let line = top;
  let inner = value;
  for (const key of keyPath) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, key)) break;
    inner = (inner as Readonly<Record<string | number, unknown>>)[key];
    line = lines.get(inner) ?? line;
  }
  return line;
}

function block(lines: YamlLines, places: Places, levels: number): unknown {
  if (levels <= 0) refuse(lines, 'it is nested more deeply than any lockfile');
  if (isItem(lines.rest)) return list(lines, places, levels);
  return isPair(lines.rest) ? object(lines, places, levels) : inline(lines, lines.indent - 1, levels);
}

function object(lines: YamlLines, places: Places, levels: number): unknown {
  const { indent, typing } = lines;
  const value: Record<string, unknown> = {};
  while (lines.indent === indent && !isItem(lines.rest)) {
    const line = lines.at + 1;
    const column = lines.indent + 1;
    const key = takeKey(lines, levels);
    lines.typing?.note?.(value, key, line, column);
    if (key === '__proto__') refuse(lines, 'no lockfile has the key "__proto__"');
    if (Object.hasOwn(value, key)) places.repeated.push({ key, line });
    const child = below(lines, places, levels, indent, 'key');
    if (typeof child === 'object' && typing === undefined) places.lines.set(child, line);
    value[key] = child;
  }
  return value;
}

function list(lines: YamlLines, places: Places, levels: number): unknown[] {
  const { indent, typing } = lines;
  const items: unknown[] = [];
  while (lines.indent === indent && isItem(lines.rest)) {
    const line = lines.at + 1;
    step(lines, 1);
    if (typing !== undefined && lines.rest === '') refuse(lines, 'an item of a list begins on another line');
    noteHere(lines, items, items.length);
    const isNested = isItem(lines.rest) || isPair(lines.rest);
    const item = isNested ? block(lines, places, levels - 1) : below(lines, places, levels, indent, 'dash');
    if (typeof item === 'object' && typing === undefined) places.lines.set(item, line);
    items.push(item);
  }
  return items;
}

/** The value behind a key or a dash: on its line, or on the lines below that stand deeper; the items of a key need not. */
function below(lines: YamlLines, places: Places, levels: number, indent: number, behind: 'key' | 'dash'): unknown {
  if (lines.rest !== '') return inline(lines, indent, levels);
  nextLine(lines);
  const isDeeper = lines.indent > indent || (behind === 'key' && lines.indent === indent && isItem(lines.rest));
  return isDeeper ? block(lines, places, levels - 1) : emptyScalar(lines);
}

/** A value that begins on this line; the lines that continue it stand deeper than `indent`. */
function inline(lines: YamlLines, indent: number, levels: number): unknown {
  switch (lines.rest[0]) {
    case '"':
    case "'":
      return wholeLine(lines, readQuoted(lines, indent));
    case '{':
    case '[':
      if (lines.typing !== undefined) lines.typing.floor = indent;
      return wholeLine(lines, readFlow(lines, levels - 1));
    case '|':
    case '>':
      return readBlockScalar(lines, indent);
    default:
      return scalarOf(lines, readPlain(lines, indent));
  }
}

function wholeLine<T>(lines: YamlLines, value: T): T {
  endLine(lines);
  return value;
}

function isItem(rest: string): boolean {
  return rest === '-' || (rest.charCodeAt(0) === 45 && rest.charCodeAt(1) === 32);
}

function isPair(rest: string): boolean {
  return rest.startsWith('? ') || endOfKey(rest) !== -1;
}

/** Takes the key of this line and its colon. */
function takeKey(lines: YamlLines, levels: number): string {
  if (lines.rest.startsWith('? ')) return takeLongKey(lines, levels);
  const end = endOfKey(lines.rest);
  if (end === -1) refuse(lines, 'this line is no key with a colon behind it');
  const typed = lines.rest.slice(0, end);
  if (/^[&*!%@`]/.test(typed)) refuse(lines, 'no lockfile writes a key that begins like this');
  const isQuoted = typed[0] === '"' || typed[0] === "'";
  const key = isQuoted
    ? unquote(typed, () => refuse(lines, 'the text in quotes has an unknown escape'))
    : trimBlanks(typed);
  checkKey(lines, key, isQuoted);
  step(lines, end + 1);
  return key;
}

/** A key of more than 1024 characters stands behind a question mark, and its value behind a colon on a line below. */
function takeLongKey(lines: YamlLines, levels: number): string {
  const { indent, typing } = lines;
  if (typing !== undefined) refuse(lines, 'a key behind a question mark');
  step(lines, 1);
  const key = inline(lines, indent, levels);
  if (typeof key !== 'string') return refuse(lines, 'a key is a list or an object');
  if (lines.indent !== indent || !/^:(?: |$)/.test(lines.rest)) refuse(lines, 'the key above has no value');
  step(lines, 1);
  return key;
}

/** The position of the colon behind the key that a line begins with; -1 when there is none. */
function endOfKey(rest: string): number {
  const first = rest[0];
  if (first === '"' || first === "'") {
    const end = endOfQuoted(rest) + 1;
    return end > 0 && rest[end] === ':' && (rest.length === end + 1 || rest[end + 1] === ' ') ? end : -1;
  }
  if (first === '{' || first === '[') return -1;
  const colon = rest.indexOf(': ');
  const end = colon === -1 && rest.endsWith(':') ? rest.length - 1 : colon;
  const comment = rest.indexOf(' #');
  return comment === -1 || comment > end ? end : -1;
}
