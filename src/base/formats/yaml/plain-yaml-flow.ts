import { nextLine, noteHere, refuse, step, trimBlanks, type YamlLines } from './plain-yaml-lines.ts';
import { readQuoted } from './plain-yaml-scalars.ts';
import { checkKey, emptyScalar, scalarOf } from './plain-yaml-types.ts';

/** Reads a list in brackets or an object in braces, which may go over several lines. */
export function readFlow(lines: YamlLines, levels: number): unknown {
  if (levels <= 0) refuse(lines, 'it is nested more deeply than any lockfile');
  if (take(lines, '{')) return object(lines, levels);
  take(lines, '[');
  return list(lines, levels);
}

function object(lines: YamlLines, levels: number): unknown {
  const value: Record<string, unknown> = {};
  while (!take(lines, '}')) {
    const isQuoted = isQuote(next(lines));
    const { at, indent } = lines;
    const key = scalar(lines);
    checkKey(lines, key, isQuoted);
    if (key === '__proto__') refuse(lines, 'no lockfile has the key "__proto__"');
    if (Object.hasOwn(value, key)) refuse(lines, `the key ${JSON.stringify(key.slice(0, 100))} stands twice`);
    lines.typing?.note?.(value, key, at + 1, indent + 1);
    value[key] = take(lines, ':') ? item(lines, levels) : emptyScalar(lines);
    separate(lines, '}');
  }
  return value;
}

function list(lines: YamlLines, levels: number): unknown[] {
  const items: unknown[] = [];
  while (!take(lines, ']')) {
    if (lines.typing !== undefined && next(lines) === ',') refuse(lines, 'an item of a list is missing');
    noteHere(lines, items, items.length);
    items.push(item(lines, levels));
    separate(lines, ']');
  }
  return items;
}

function item(lines: YamlLines, levels: number): unknown {
  const first = next(lines);
  if (first === '{' || first === '[') return readFlow(lines, levels - 1);
  if (first === ',' || first === '}' || first === ']') return emptyScalar(lines);
  return isQuote(first) ? scalar(lines) : scalarOf(lines, scalar(lines));
}

function separate(lines: YamlLines, end: string): void {
  if (!take(lines, ',') && next(lines) !== end) refuse(lines, `neither "," nor "${end}" stands here`);
}

function scalar(lines: YamlLines): string {
  const first = next(lines);
  if (isQuote(first)) return readQuoted(lines, lines.typing?.floor ?? -1);
  const { rest } = lines;
  const end = rest.search(/[,{}[\]]|:(?=[ ,{}[\]]|$)| #|$/);
  if (end === 0 || /^(?:[&*!%@`|>#]|[-?](?: |$))/.test(rest))
    refuse(lines, 'no lockfile writes a value that begins like this');
  step(lines, end);
  return trimBlanks(rest.slice(0, end));
}

function isQuote(first: string): boolean {
  return first === '"' || first === "'";
}

function take(lines: YamlLines, character: string): boolean {
  if (next(lines) !== character) return false;
  step(lines, 1);
  return true;
}

/** The character that stands next, on this line or on one below. */
function next(lines: YamlLines): string {
  if (lines.rest === '') {
    nextLine(lines);
    if (lines.typing !== undefined && lines.indent <= lines.typing.floor)
      refuse(lines, 'a line within brackets must stand deeper than what they belong to');
  }
  if (lines.indent === -1) refuse(lines, 'a bracket or brace has no end');
  return lines.rest[0] ?? '';
}
