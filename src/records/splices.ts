import { isCollection, isScalar } from 'yaml';
import { renderBlock, renderFlow, renderPair, type YamlValue } from './render-yaml.ts';
import { lineEnd, lineStart, spansOf, type Collection, type Span } from './yaml-spans.ts';

/** A piece of a text, from `start` up to `end`, and what to put in its place. */
export type Splice = { readonly start: number; readonly end: number; readonly insert: string };

/** A span, and whether it stands inside brackets, where line breaks mean nothing. */
export type Spot = Span & { readonly flow: boolean };

/** Ways to put a value where another stands, or where none stands yet; the most readable first. */
export function replacement(text: string, spot: Spot, value: YamlValue): readonly Splice[] {
  const { node, after, valueStart, end } = spot;
  const absent = valueStart === end;
  const space = absent ? ' ' : '';
  const onOneLine = [renderFlow(value), JSON.stringify(value)].map((insert) => ({
    start: valueStart,
    end,
    insert: `${space}${insert}`,
  }));
  if (spot.flow) return onOneLine;
  if (absent && after === undefined) return [{ start: end, end, insert: `${freshLine(text)}${renderBlock(value)}\n` }];
  const gap = after === undefined ? '' : text.slice(after, valueStart);
  const ownLine = after === undefined || gap.includes('\n');
  const bareGap = after !== undefined && gap.trim() === '';
  const column = columnOf(text, spot.start);
  if (!hasEntries(value)) {
    const style = isScalar(node) && node.type !== 'PLAIN' ? node.type : undefined;
    const insert = indent(renderPair('k', value, style).slice('k: '.length), column);
    if (ownLine && bareGap) return [{ start: after, end, insert: ` ${insert}` }, ...onOneLine];
    return [{ start: valueStart, end, insert: `${space}${insert}` }, ...onOneLine];
  }
  const block = renderBlock(value);
  if (ownLine) {
    return [{ start: valueStart, end, insert: indent(block, columnOf(text, valueStart)) }, ...onOneLine];
  }
  if (text[spot.start] === '-' && after === spot.start + 1) {
    const inside = absent ? column + 2 : columnOf(text, valueStart);
    return [{ start: valueStart, end, insert: `${space}${indent(block, inside)}` }, ...onOneLine];
  }
  const below = `\n${pad(column + 2)}${indent(block, column + 2)}`;
  if (absent) return [{ start: lineEnd(text, end), end: lineEnd(text, end), insert: below }, ...onOneLine];
  return bareGap ? [{ start: after, end, insert: below }, ...onOneLine] : onOneLine;
}

/** Ways to add a pair to a map, or an entry to a list when there is no key; the collection is not empty. */
export function insertion(text: string, spot: Spot, key: string | undefined, value: YamlValue): readonly Splice[] {
  const spans = spansOf(spot.node as Collection, text) ?? [];
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return [];
  const name = key === undefined ? '' : `${renderFlow(key)}: `;
  if (isInBrackets(spot)) {
    return [renderFlow(value), JSON.stringify(value)].map((inner) => ({
      start: last.end,
      end: last.end,
      insert: `, ${name}${inner}`,
    }));
  }
  const column = columnOf(text, first.start);
  const dash = key === undefined ? '- ' : '';
  const block = key === undefined ? renderBlock([value]) : renderPair(key, value);
  const at = lineEnd(text, last.end);
  return [
    indent(block, column),
    ...[renderFlow(value), JSON.stringify(value)].map((inner) => `${dash}${name}${inner}`),
  ].map((lines) => ({ start: at, end: at, insert: `\n${pad(column)}${lines}` }));
}

/** Ways to take out one of several pairs or entries; comments on lines of their own stay. */
export function deletion(text: string, spot: Spot, index: number): readonly Splice[] {
  const spans = spansOf(spot.node as Collection, text) ?? [];
  const [before, gone, next] = [spans[index - 1], spans[index], spans[index + 1]];
  if (gone === undefined) return [];
  if (isInBrackets(spot)) {
    return [
      ...(next !== undefined && isBetween(text, gone.end, next.start) ? [cut(gone.start, next.start)] : []),
      ...(before !== undefined && isBetween(text, before.end, gone.start) ? [cut(before.end, gone.end)] : []),
    ];
  }
  const start = lineStart(text, gone.start);
  const end = lineEnd(text, gone.end);
  if (text.slice(start, gone.start).trim() !== '') {
    const more = text.slice(end).search(/\S/);
    return more === -1 ? [] : [cut(gone.start, end + more)];
  }
  return end === text.length ? [cut(lineEnd(text, start - 1), end)] : [cut(start, text.indexOf('\n', end) + 1)];
}

function cut(start: number, end: number): Splice {
  return { start, end, insert: '' };
}

function isBetween(text: string, start: number, end: number): boolean {
  return /^\s*,\s*$/.test(text.slice(start, end));
}

function isInBrackets({ node, flow }: Spot): boolean {
  return flow || (isCollection(node) && node.flow === true);
}

function hasEntries(value: YamlValue): boolean {
  return typeof value === 'object' && Object.values(value).some((inner) => inner !== undefined);
}

function freshLine(text: string): string {
  return text === '' || text.endsWith('\n') || text === '\ufeff' ? '' : '\n';
}

function columnOf(text: string, at: number): number {
  const start = lineStart(text, at);
  return at - start - (text.charCodeAt(start) === 0xfeff ? 1 : 0);
}

function pad(column: number): string {
  return ' '.repeat(column);
}

/** Moves every line but the first to the right; empty lines stay empty. */
function indent(lines: string, column: number): string {
  return lines.replace(/\n(?=[^\n])/g, `\n${pad(column)}`);
}
