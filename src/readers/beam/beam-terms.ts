import type { BeamToken } from './beam-tokens.ts';

/** A value that is written out, or `computed` for one that only a run of the program gives. */
export type BeamTerm =
  | { readonly kind: 'text' | 'atom' | 'number'; readonly value: string; readonly line: number }
  | { readonly kind: 'computed'; readonly value: string; readonly line: number }
  | {
      readonly kind: 'tuple' | 'list' | 'map';
      readonly items: readonly BeamTerm[];
      readonly line: number;
      readonly isClosed: boolean;
    }
  | { readonly kind: 'pair'; readonly key: string; readonly of: BeamTerm; readonly line: number };

/** A term, and the position of the token behind it. */
export type ParsedTerm = { readonly term: BeamTerm; readonly next: number };

/** Reads the term that begins at a position; what is deeper than any real one is taken as computed. */
export function parseTerm(tokens: readonly BeamToken[], start: number, depth = 0): ParsedTerm {
  const first = tokens[start];
  const line = first?.line ?? tokens.at(-1)?.line ?? 1;
  if (first?.kind === 'label' && depth <= deepest) {
    const { term, next } = parseTerm(tokens, start + 1, depth + 1);
    return { term: { kind: 'pair', key: first.value, of: term, line }, next };
  }
  const parsed = parsePlain(tokens, start, depth);
  const after = parsed === undefined ? undefined : tokens[parsed.next];
  if (parsed !== undefined && after?.value === '=>' && 'value' in parsed.term) {
    const { term, next } = parseTerm(tokens, parsed.next + 1, depth + 1);
    return { term: { kind: 'pair', key: parsed.term.value, of: term, line }, next };
  }
  if (parsed !== undefined && (after === undefined || isBorder(after) || depth === 0)) return parsed;
  const next = endOfExpression(tokens, start);
  return { term: { kind: 'computed', value: first?.value ?? '', line }, next };
}

/** The items of a tuple, list or map; none of anything else. */
export function itemsOf(term: BeamTerm | undefined): readonly BeamTerm[] {
  return term !== undefined && 'items' in term ? term.items : [];
}

/** The text, atom or number that a term is; `undefined` for anything else. */
export function wordOf(term: BeamTerm | undefined): string | undefined {
  return term !== undefined && 'value' in term && term.kind !== 'computed' ? term.value : undefined;
}

/** The value that a list of pairs holds for a key. */
export function optionOf(term: BeamTerm | undefined, key: string): BeamTerm | undefined {
  return itemsOf(term).flatMap((item) => (item.kind === 'pair' && item.key === key ? [item.of] : []))[0];
}

const deepest = 60;

const brackets: ReadonlyMap<string, { readonly kind: 'tuple' | 'list' | 'map'; readonly close: string }> = new Map([
  ['{', { kind: 'tuple', close: '}' }],
  ['[', { kind: 'list', close: ']' }],
  ['%{', { kind: 'map', close: '}' }],
] as const);

function parsePlain(tokens: readonly BeamToken[], start: number, depth: number): ParsedTerm | undefined {
  const first = tokens[start];
  if (first === undefined || depth > deepest) return undefined;
  const { kind, value, line } = first;
  if (kind === 'text' || kind === 'atom') return { term: { kind, value, line }, next: start + 1 };
  if (kind === 'word' && /^(?:\d[\d_]*|true|false|nil)$/.test(value))
    return { term: { kind: 'number', value, line }, next: start + 1 };
  const bracket = kind === 'sign' ? brackets.get(value) : undefined;
  if (bracket === undefined) return undefined;
  const items: BeamTerm[] = [];
  let at = start + 1;
  while (at < tokens.length && tokens[at]?.value !== bracket.close) {
    const token = tokens[at];
    if (token?.kind === 'sign' && token.value === ',') at++;
    else {
      const { term, next } = parseTerm(tokens, at, depth + 1);
      items.push(term);
      at = Math.max(next, at + 1);
    }
  }
  return { term: { kind: bracket.kind, items, line, isClosed: at < tokens.length }, next: at + 1 };
}

function isBorder({ kind, value }: BeamToken): boolean {
  return kind === 'sign' && /^[,\]})]$/.test(value);
}

/** An expression goes on to the next comma or bracket that does not belong to it. */
function endOfExpression(tokens: readonly BeamToken[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind !== 'sign') continue;
    if (depth === 0 && isBorder(token)) return at;
    if (/^(?:[[({]|%\{)$/.test(token.value)) depth++;
    else if (/^[\])}]$/.test(token.value)) depth--;
  }
  return tokens.length;
}
