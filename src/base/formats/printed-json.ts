import type { KeyLine, LocatedKeys } from './locate-json.ts';

/**
 * Finds the lines of a text that is, to the letter, what `JSON.stringify` makes of its value with an indent, as most
 * lockfiles are: it holds no key twice and gives each value a line, so that the value alone tells the lines, many times
 * faster than the text. `undefined` for any other text.
 */
export function locatePrintedJson(text: string, value: unknown, depth: number): LocatedKeys | undefined {
  const indent = /^[{[]\n([ \t]+)/.exec(text)?.[1];
  if (indent === undefined || !isGroup(value)) return undefined;
  const printed = JSON.stringify(value, undefined, indent);
  if (printed !== text.slice(0, printed.length) || text.slice(printed.length).trim() !== '') return undefined;
  return { root: locate(value, depth, { line: 1 }), repeated: [] };
}

type Group = Readonly<Record<string, unknown>>;

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null;
}

/** The children of what lies at the depth that was asked for: none are noted. */
const none = new Map<string | number, KeyLine>();

/** Goes over an object or list, from its first line, where `at` is, to its last. */
function locate(group: Group, depth: number, at: { line: number }): KeyLine {
  const { line } = at;
  const children = depth > 0 ? new Map<string | number, KeyLine>() : none;
  for (const key in group) {
    at.line++;
    const value = group[key];
    if (!isGroup(value)) continue;
    const child = locate(value, depth - 1, at);
    if (depth > 0) children.set(Array.isArray(group) ? Number(key) : key, child);
  }
  // What is empty closes where it opens.
  if (at.line > line) at.line++;
  return { line, children };
}
