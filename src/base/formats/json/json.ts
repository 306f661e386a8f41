import type { KeyPath, LinePlace } from '../../../model/place.ts';
import type { LocatedValue } from '../located-value.ts';
import { locateJson } from './locate-json.ts';
import type { KeyLine, LocatedKeys } from './located-keys.ts';
import { outlandish } from '../outlandish.ts';

/** A JSON text that was read, and where its objects and lists begin. */
export type LocatedJson = LocatedValue & {
  /** Keys of objects and lists that stand twice in theirs, down to a depth; `value` has the later one. */
  readonly repeated: (depth: number) => readonly { readonly key: string; readonly line: number }[];
};

/** Why a text is no JSON, or none that a real file holds, and where it stops being it. */
export type JsonSyntax = { readonly message: string; readonly at: Omit<LinePlace, 'file'> };

/** Reads JSON; the lines of its keys are found by a second pass, and only when somebody asks. */
export function parseJson(text: string): LocatedJson | JsonSyntax {
  try {
    const value: unknown = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
    const refused = outlandish(value, text);
    if (refused !== undefined) return { message: refused, at: { line: 1, column: 1 } };
    let located: LocatedKeys | undefined;
    let down = -1;
    const at = (depth: number) => {
      if (located !== undefined && depth <= down) return located;
      down = depth;
      return (located = locateJson(text, value, depth));
    };
    return {
      value,
      lineOf: (keyPath) => lineOf(at(keyPath.length).root, keyPath),
      repeated: (depth) => at(depth).repeated,
    };
  } catch (error) {
    return syntax(text, error instanceof Error ? error.message : String(error));
  }
}

function syntax(text: string, message: string): JsonSyntax {
  if (text.trim() === '') return { message: 'the file is empty', at: { line: 1, column: 1 } };
  if (message.startsWith('Unexpected end'))
    return { message: 'the file ends too early', at: placeAt(text, text.length) };
  const position = /at position (\d+)/.exec(message)?.[1];
  const reason = message
    .replace(/,? (?:in JSON )?at position.*$/s, '')
    .replace(/, (?:\.{3})?".*is not valid JSON$/s, '');
  return { message: reason, at: placeAt(text, position === undefined ? excerptIn(text, message) : Number(position)) };
}

/** Some messages quote the text around the fault instead of counting: ten characters before it, or all there are. */
function excerptIn(text: string, message: string): number {
  const [, token = '', dots, excerpt = ''] =
    /^Unexpected token '(.)', (\.{3})?"(.*?)"(?:\.{3})? is not valid JSON$/su.exec(message) ?? [];
  const start = Math.max(0, text.indexOf(excerpt));
  return dots === undefined ? Math.max(0, text.indexOf(token)) : start + 10;
}

function placeAt(text: string, position: number): JsonSyntax['at'] {
  const before = text.slice(0, position);
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}

function lineOf(root: KeyLine, keyPath: KeyPath): number {
  let node = root;
  for (let depth = 0; depth < keyPath.length; depth++) {
    const child = node.children.get(keyPath[depth] ?? '');
    if (child === undefined) break;
    node = child;
  }
  return node.line;
}
