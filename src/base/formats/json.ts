import type { KeyPath, LinePlace } from '../../model/place.ts';
import type { LocatedValue } from './located-value.ts';
import { outlandish } from './outlandish.ts';

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
    let located: Located & { readonly depth: number } = { depth: -1, root: leaf, repeated: [] };
    const at = (depth: number) => {
      if (depth > located.depth) located = { depth, ...locate(text, depth) };
      return located;
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

type Node = { readonly line: number; readonly children: Map<string | number, Node> };

type Located = { readonly root: Node; readonly repeated: { readonly key: string; readonly line: number }[] };

/** What lies at the depth that was asked for shares its children: none are ever noted. */
const leaf: Node = { line: 1, children: new Map() };

function lineOf(root: Node, keyPath: KeyPath): number {
  let node = root;
  for (const key of keyPath) {
    const child = node.children.get(key);
    if (child === undefined) break;
    node = child;
  }
  return node.line;
}

/** Walks a text that `JSON.parse` accepted and notes the line of each object and list down to a depth. */
function locate(text: string, depth: number): Located {
  const repeated: Located['repeated'] = [];
  const root: Node = { line: 1, children: new Map() };
  const open: { node: Node; list: boolean; next: number }[] = [];
  let deeper = 0;
  let line = 1;
  let key: string | undefined;
  let keyLine = 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) line++;
    else if (code === 34) {
      const end = endOfString(text, at);
      const parent = open.at(-1);
      if (deeper === 0 && parent && !parent.list && key === undefined) {
        key = keyOf(text.slice(at + 1, end));
        keyLine = line;
      }
      at = end;
    } else if (code === 123 || code === 91) {
      if (deeper > 0 || open.length > depth) {
        deeper++;
        continue;
      }
      const parent = open.at(-1);
      const children: Node['children'] = open.length === depth ? leaf.children : new Map();
      const node: Node = parent === undefined ? root : { line: parent.list ? line : keyLine, children };
      const name = parent?.list === true ? parent.next : (key ?? '');
      if (parent?.node.children.has(name) === true) repeated.push({ key: String(name), line: node.line });
      parent?.node.children.set(name, node);
      open.push({ node, list: code === 91, next: 0 });
      key = undefined;
    } else if (code === 125 || code === 93) {
      if (deeper > 0) deeper--;
      else open.pop();
      if (deeper === 0) key = undefined;
    } else if (code === 44 && deeper === 0) {
      key = undefined;
      const parent = open.at(-1);
      if (parent) parent.next++;
    }
  }
  return { root, repeated };
}

function keyOf(raw: string): string {
  return raw.includes('\\') ? String(JSON.parse(`"${raw}"`)) : raw;
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === 92) slashes++;
  return slashes % 2 === 1;
}
