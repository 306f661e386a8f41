import { isCollection, isScalar, isSeq } from 'yaml';
import { renderBlock, renderFlow, renderPair, type YamlValue } from './render-yaml.ts';
import { lineEnd, lineStart, spansOf, type Collection, type Span } from './yaml-spans.ts';

/** A piece of a text, from `start` up to `end`, and what to put in its place. */
export type Splice = { readonly start: number; readonly end: number; readonly insert: string };

/** A span, and whether it stands inside brackets, where line breaks mean nothing. */
export type Spot = Span & { readonly flow: boolean };

/** Ways to put a value where another stands, or where none stands yet; the most readable first. */
export function replacement(text: string, spot: Spot, value: YamlValue): readonly Splice[] {
  const { after, valueStart, end } = spot;
  if (valueStart === end && after === undefined) {
    return [{ start: end, end, insert: `${freshLine(text)}${renderBlock(value)}\n` }];
  }
  const inline = inlineSplice(text, spot);
  const onOneLine = [renderFlow(value), JSON.stringify(value)].map(inline);
  if (spot.flow) return onOneLine;
  if (hasEntries(value)) return [...blockSplices(text, spot, value), ...onOneLine];
  const style = isScalar(spot.node) && spot.node.type !== 'PLAIN' ? spot.node.type : undefined;
  const scalar = renderPair('k', value, style).slice('k: '.length);
  return [inline(indent(scalar, columnOf(text, spot.start))), ...onOneLine];
}

/** Puts a value behind its colon or dash: on that line, unless a comment stands between the two. */
function inlineSplice(text: string, { after, start, valueStart, end }: Spot): (insert: string) => Splice {
  const gap = text.slice(after ?? valueStart, valueStart);
  if (after !== undefined && gap.trim() === '' && (gap === '' || gap.includes('\n')))
    return (insert) => ({ start: after, end, insert: ` ${insert}` });
  const deeper = after !== undefined && gap.includes('\n') && columnOf(text, valueStart) <= columnOf(text, start);
  return (insert) => ({ start: valueStart, end, insert: `${deeper ? '  ' : ''}${insert}` });
}

/** Ways to put a list or a group on lines of its own: where the old one stood, behind the dash, or below the key. */
function blockSplices(text: string, { after, start, valueStart, end }: Spot, value: YamlValue): readonly Splice[] {
  const block = renderBlock(value);
  const column = columnOf(text, start);
  const valueColumn = columnOf(text, valueStart);
  const gap = text.slice(after ?? valueStart, valueStart);
  if (after === undefined || (gap.includes('\n') && (valueColumn > column || Array.isArray(value)))) {
    return [{ start: valueStart, end, insert: indent(block, valueColumn) }];
  }
  if (text[start] === '-' && after === start + 1) {
    const absent = valueStart === end;
    const inside = absent ? column + 2 : valueColumn;
    return [{ start: valueStart, end, insert: `${absent ? ' ' : ''}${indent(block, inside)}` }];
  }
  const below = `\n${pad(column + 2)}${indent(block, column + 2)}`;
  if (valueStart === end) return [{ start: lineEnd(text, end), end: lineEnd(text, end), insert: below }];
  return gap.trim() === '' ? [{ start: after, end, insert: below }] : [];
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

/** Ways to take out a pair or an entry; comments on lines of their own stay, and what was the only one leaves brackets. */
export function deletion(text: string, spot: Spot, index: number): readonly Splice[] {
  const spans = spansOf(spot.node as Collection, text) ?? [];
  const gone = spans[index];
  if (gone === undefined) return [];
  const around = text.slice(spot.valueStart, gone.start) + text.slice(gone.end, spot.end);
  if (spans.length === 1 && !(isInBrackets(spot) && around.includes('#')))
    return replacement(text, spot, isSeq(spot.node) ? [] : {});
  if (isInBrackets(spot)) return [deletionInBrackets(text, spans[index - 1], gone, spans[index + 1])];
  const start = lineStart(text, gone.start);
  const end = lineEnd(text, gone.end);
  if (text.slice(start, gone.start).trim() !== '') {
    const more = text.slice(end).search(/\S/);
    return more === -1 ? [] : [cut(gone.start, end + more)];
  }
  return end === text.length
    ? [cut(lineEnd(text, start - 1), end), cut(start, end)]
    : [cut(start, text.indexOf('\n', end) + 1)];
}

/** The comma to the next neighbour goes too, or the one to the last; comments between them stay. */
function deletionInBrackets(text: string, before: Span | undefined, gone: Span, next: Span | undefined): Splice {
  const bare = before !== undefined && text.slice(before.end, gone.start).trim() === ',';
  if (next === undefined && bare) return cut(before.end, gone.end);
  const comma = /^\s*,(?:\s*$|[ \t]*)/.exec(text.slice(gone.end, next?.start))?.[0] ?? '';
  return cut(gone.start, gone.end + comma.length);
}

function cut(start: number, end: number): Splice {
  return { start, end, insert: '' };
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
  return at - lineStart(text, at);
}

function pad(column: number): string {
  return ' '.repeat(column);
}

/** Moves every line but the first to the right; empty lines stay empty. */
function indent(lines: string, column: number): string {
  return lines.replace(/\n(?=[^\n])/g, `\n${pad(column)}`);
}
