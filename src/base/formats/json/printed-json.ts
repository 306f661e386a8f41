import type { KeyLine, LocatedKeys } from './located-keys.ts';

/**
 * Finds the lines of a text that is printed as `JSON.stringify` prints with an indent, as most lockfiles are: each value
 * has a line, so that the indent tells how deep it lies, many times faster than the text. `undefined` for any other text:
 * each line down to the depth is compared with the key that it must hold. Whoever indents a text to mislead gets another
 * line named, never another value.
 */
export function locatePrintedJson(text: string, value: unknown, depth: number): LocatedKeys | undefined {
  const indent = /^[{[]\n([ \t]+)/.exec(text)?.[1];
  if (indent === undefined || !isGroup(value)) return undefined;
  const walk: Walk = { text, width: indent.length, level: 0, line: 1, start: 0, next: 2 };
  const root = locate(value, depth, walk);
  return root === undefined || text.slice(walk.next).trim() !== '' ? undefined : { root, repeated: [] };
}

type Group = Readonly<Record<string, unknown>>;

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null;
}

/** A line of a printed text, by its number from 1, by what its indent is followed by, and by where the next one begins. */
type Walk = {
  readonly text: string;
  /** How many characters one level takes. */
  readonly width: number;
  level: number;
  line: number;
  start: number;
  next: number;
};

/** The children of what lies at the depth that was asked for: none are noted. */
const none = new Map<string | number, KeyLine>();

/** Goes over an object or list, from its first line, where the walk is, to its last; `undefined` where a line is not as printed. */
function locate(group: Group, depth: number, walk: Walk): KeyLine | undefined {
  const { line } = walk;
  if (isEmpty(group)) return { line, children: none };
  const children = depth > 0 ? new Map<string | number, KeyLine>() : none;
  const isList = Array.isArray(group);
  if (depth > 0) {
    walk.level++;
    for (const key in group) {
      step(walk);
      if (!isList && !isKeyAt(walk, key)) return undefined;
      const value = group[key];
      if (!isGroup(value)) continue;
      const child = locate(value, depth - 1, walk);
      if (child === undefined) return undefined;
      children.set(isList ? Number(key) : key, child);
    }
    walk.level--;
  }
  const last = walk.line;
  step(walk);
  const isClosed = walk.text[walk.start] === (isList ? ']' : '}') && (depth === 0 || walk.line === last + 1);
  return isClosed ? { line, children } : undefined;
}

/** Whether a line begins with a key; few have anything to escape. */
function isKeyAt({ text, start }: Walk, key: string): boolean {
  const isPlain =
    text[start] === '"' && text.startsWith(key, start + 1) && text.startsWith('": ', start + 1 + key.length);
  return isPlain || text.startsWith(`${JSON.stringify(key)}: `, start);
}

function isEmpty(group: Group): boolean {
  for (const _ in group) return false;
  return true;
}

/** Goes to the next line that lies no deeper than the level; it starts nowhere when it is too short for that. */
function step(walk: Walk): void {
  const { text } = walk;
  const indent = walk.width * walk.level;
  let code = 0;
  do {
    walk.line++;
    const start = walk.next + indent;
    walk.next = text.indexOf('\n', walk.next) + 1 || text.length;
    walk.start = start < walk.next ? start : -1;
    code = text.charCodeAt(walk.start);
  } while (code === 32 || code === 9);
}
