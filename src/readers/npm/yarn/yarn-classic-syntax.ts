import type { LinePlace } from '../../../model/place.ts';

/** An entry of a yarn.lock of version 1: what stands under one line of keys. */
export type ClassicEntry = {
  /** Each `name@range` that the entry answers. */
  readonly keys: readonly string[];
  readonly line: number;
  /** `version`, `resolved`, `integrity` and the like, by name. */
  readonly fields: ReadonlyMap<string, string>;
  /** `dependencies` and `optionalDependencies`: by the name of the list, ranges by name. */
  readonly lists: ReadonlyMap<string, ReadonlyMap<string, string>>;
};

/** Why a text is no yarn.lock of version 1, and where it stops being one. */
export type ClassicFault = { readonly message: string; readonly at: Omit<LinePlace, 'file'> };

type Open = {
  readonly entry: ClassicEntry & { readonly fields: Map<string, string>; readonly lists: Map<string, List> };
  list: List | undefined;
};
type List = Map<string, string>;

/** Reads the format of yarn 1, which looks like YAML and is none: keys, two spaces, a word, and its value in quotes. */
export function parseClassicLock(text: string): readonly ClassicEntry[] | ClassicFault {
  if (text.trim() === '') return { message: 'the file is empty', at: { line: 1, column: 1 } };
  const entries: ClassicEntry[] = [];
  let open: Open | undefined;
  for (const [index, raw] of text
    .replace(/^\ufeff/, '')
    .split('\n')
    .entries()) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const indent = line.search(/[^ ]|$/);
    const rest = line.slice(indent);
    if (rest === '' || rest.startsWith('#')) continue;
    const words = wordsOf(rest);
    if (words === undefined) return { message: faultOf(line), at: { line: index + 1, column: indent + 1 } };
    if (indent === 0 && words.isHead) {
      const entry = { keys: words.all, line: index + 1, fields: new Map(), lists: new Map() };
      entries.push(entry);
      open = { entry, list: undefined };
      continue;
    }
    if (!take(open, indent, words)) return { message: faultOf(line), at: { line: index + 1, column: indent + 1 } };
  }
  return entries;
}

type Words = { readonly all: readonly string[]; readonly isHead: boolean };

/** Takes a line below an entry's keys; false when no such line may stand there. */
function take(open: Open | undefined, indent: number, { all, isHead }: Words): boolean {
  const [name = '', value] = all;
  if (open === undefined || all.length > 2 || isHead === (value !== undefined)) return false;
  if (indent === 2 && value === undefined) {
    open.list = new Map();
    open.entry.lists.set(name, open.list);
    return true;
  }
  if (value === undefined || indent !== (open.list === undefined || indent === 2 ? 2 : 4)) return false;
  if (indent === 2) open.list = undefined;
  (indent === 2 ? open.entry.fields : open.list)?.set(name, value);
  return true;
}

/** The words of a line, in quotes or bare, with a comma or a space between them; `isHead` when a colon ends it. */
function wordsOf(rest: string): Words | undefined {
  const all: string[] = [];
  for (let at = 0; at < rest.length;) {
    const end = rest[at] === '"' ? endOfQuoted(rest, at) : endOfBare(rest, at);
    const word = end === -1 ? undefined : unquote(rest.slice(at, end));
    if (word === undefined) return undefined;
    all.push(word);
    if (rest[end] === ':' && end === rest.length - 1) return { all, isHead: true };
    if (end === rest.length) return { all, isHead: false };
    at = rest.startsWith(', ', end) ? end + 2 : end + 1;
    if (rest[end] !== ' ' && rest[end] !== ',') return undefined;
  }
  return undefined;
}

function endOfQuoted(rest: string, from: number): number {
  let end = rest.indexOf('"', from + 1);
  while (end !== -1 && isEscaped(rest, end)) end = rest.indexOf('"', end + 1);
  return end === -1 ? -1 : end + 1;
}

function isEscaped(rest: string, at: number): boolean {
  let slashes = 0;
  while (rest[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}

/** A bare word holds neither space, comma nor colon. */
function endOfBare(rest: string, from: number): number {
  const length = rest.slice(from).search(/[ ,:]|$/);
  return length === 0 ? -1 : from + length;
}

function unquote(word: string): string | undefined {
  if (!word.startsWith('"')) return word;
  if (!word.includes('\\')) return word.slice(1, -1);
  try {
    return String(JSON.parse(word));
  } catch {
    return undefined;
  }
}

function faultOf(line: string): string {
  if (/^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/.test(line)) return 'a merge conflict was left in it';
  return 'this line is not of the format of yarn 1';
}
