import type { LocatedKeys } from './located-keys.ts';
import { locatePrintedJson } from './printed-json.ts';

/** Finds the lines of the objects and lists of a text that `JSON.parse` made a value of, down to a depth. */
export function locateJson(text: string, value: unknown, depth: number): LocatedKeys {
  return locatePrintedJson(text, value, depth) ?? locate(text, depth);
}

type Branch = { readonly line: number; readonly children: Map<string | number, Branch> };

/** What lies at the depth that was asked for shares its children: none are ever noted. */
const none: Branch['children'] = new Map();

/** Walks a text that `JSON.parse` accepted and notes the line of each object and list down to a depth. */
function locate(text: string, depth: number): LocatedKeys {
  const repeated: { key: string; line: number }[] = [];
  const root: Branch = { line: 1, children: new Map() };
  const open: { node: Branch; list: boolean; next: number }[] = [];
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
      const children: Branch['children'] = open.length === depth ? none : new Map();
      const node: Branch = parent === undefined ? root : { line: parent.list ? line : keyLine, children };
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

/** A key as it is meant, without its escapes. */
export function keyOf(raw: string): string {
  return raw.includes('\\') ? String(JSON.parse(`"${raw}"`)) : raw;
}

/** The place of the quotation mark that ends the string which begins at another. */
export function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === 92) slashes++;
  return slashes % 2 === 1;
}
