import type { KeyPath } from '../model/place.ts';

/**
 * The lines, from 1, of tables and of the keys that stand at the beginning of a line; of the nearest one above for
 * anything deeper. Lists of tables are known on the first level, as lockfiles write them: `['package', 3, 'source']`.
 */
export function tomlLines(text: string): (keyPath: KeyPath) => number {
  const lines = new Map<string, number>();
  const entries = new Map<string, number>();
  let table: KeyPath = [];
  for (const [index, line] of text.split('\n').entries()) {
    const [, opening, header] = /^(\[\[?)([^\]]+)\]\]?\s*(?:#.*)?$/.exec(line) ?? [];
    const key = /^\s/.test(line) ? undefined : keyIn(line);
    if (header !== undefined) {
      const [first = '', ...rest] = header.match(keys)?.map(unquote) ?? [];
      if (opening === '[[' && rest.length === 0) entries.set(first, (entries.get(first) ?? -1) + 1);
      const entry = entries.get(first);
      table = [first, ...(entry === undefined ? [] : [entry]), ...rest];
      lines.set(idOf(table), index + 1);
    } else if (key !== undefined) {
      const id = idOf([...table, key]);
      if (!lines.has(id)) lines.set(id, index + 1);
    }
  }
  return (keyPath) => {
    for (let length = keyPath.length; length > 0; length--) {
      const line = lines.get(idOf(keyPath.slice(0, length)));
      if (line !== undefined) return line;
    }
    return 1;
  };
}

const keys = /"[^"]*"|'[^']*'|[^.\s"']+/g;

/** The first part of the key that a line begins with; it may be dotted. */
function keyIn(line: string): string | undefined {
  const [, key] = /^("[^"]*"|'[^']*'|[A-Za-z0-9_-]+)\s*[.=]/.exec(line) ?? [];
  return key === undefined ? undefined : unquote(key);
}

function unquote(key: string): string {
  return /^["']/.test(key) ? key.slice(1, -1) : key;
}

function idOf(keyPath: KeyPath): string {
  return JSON.stringify(keyPath);
}
