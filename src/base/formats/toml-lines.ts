import type { KeyPath } from '../../model/place.ts';

/**
 * The lines, from 1, of tables and of the keys that stand at the beginning of a line; of the nearest one above for
 * anything deeper. Lists of tables are known on the first level, as lockfiles write them: `['package', 3, 'source']`.
 */
export function tomlLines(text: string): (keyPath: KeyPath) => number {
  const lines = text.split('\n');
  const tables = tablesIn(lines);
  const keys = new Map<number, ReadonlyMap<string, number>>();
  const keysAt = (table: number) => {
    const known = keys.get(table) ?? keysBelow(lines, table);
    keys.set(table, known);
    return known;
  };
  return (keyPath) => {
    for (let length = keyPath.length; length > 0; length--) {
      const table = tables.get(idOf(keyPath.slice(0, length)));
      if (table !== undefined) return table;
      const above = tables.get(idOf(keyPath.slice(0, length - 1)));
      const line = above === undefined ? undefined : keysAt(above).get(String(keyPath[length - 1]));
      if (line !== undefined) return line;
    }
    return 1;
  };
}

/** The line of each table's heading; the table at the top has none, which is line 0. */
function tablesIn(lines: readonly string[]): ReadonlyMap<string, number> {
  const tables = new Map([['', 0]]);
  const entries = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    const [, opening, heading] = (line.startsWith('[') ? headingPattern.exec(line) : undefined) ?? [];
    if (heading === undefined) continue;
    const [first = '', ...rest] = heading.match(/"[^"]*"|'[^']*'|[^.\s"']+/g)?.map(unquote) ?? [];
    if (opening === '[[' && rest.length === 0) entries.set(first, (entries.get(first) ?? -1) + 1);
    const entry = entries.get(first);
    tables.set(idOf([first, ...(entry === undefined ? [] : [entry]), ...rest]), index + 1);
  }
  return tables;
}

const headingPattern = /^(\[\[?)([^\]]+)\]\]?\s*(?:#.*)?$/;

/** The lines of the keys of a table, or of the first parts of dotted ones, up to the next heading. */
function keysBelow(lines: readonly string[], table: number): ReadonlyMap<string, number> {
  const keys = new Map<string, number>();
  for (let index = table; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line.startsWith('[') && headingPattern.test(line)) break;
    const [, key] = /^("[^"]*"|'[^']*'|[A-Za-z0-9_-]+)\s*[.=]/.exec(line) ?? [];
    if (key !== undefined && !keys.has(unquote(key))) keys.set(unquote(key), index + 1);
  }
  return keys;
}

function unquote(key: string): string {
  return /^["']/.test(key) ? key.slice(1, -1) : key;
}

function idOf(keyPath: KeyPath): string {
  return keyPath.join('\0');
}
