import { isCollection, isPair, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';

/** A map or list of a document, as its author wrote it. */
export type Collection = YAMLMap | YAMLSeq;

/** A pair of a map or an entry of a list: where it begins, where its colon or dash ends, where its value lies. */
export type Span = {
  readonly node: Node | undefined;
  readonly start: number;
  /** Right after the colon or dash; `undefined` in a flow list, or for a key without colon. */
  readonly after: number | undefined;
  readonly valueStart: number;
  /** The last character that is content: no comment and no line break after it. */
  readonly end: number;
};

/** The spans of a collection's pairs or entries; `undefined` when it was not written plainly enough to edit. */
export function spansOf(collection: Collection, text: string): readonly Span[] | undefined {
  const spans = isSeq(collection) ? itemSpans(collection, text) : pairSpans(collection, text);
  return spans.every((span) => span !== undefined) ? spans : undefined;
}

/** Where the content of a node ends, before any comment and without the line break of a block text. */
export function contentEnd(node: Node, text: string): number {
  if (isCollection(node) && node.flow !== true) return spansOf(node, text)?.at(-1)?.end ?? rangeEnd(node);
  const end = rangeEnd(node);
  if (text[end - 1] !== '\n') return end;
  return text[end - 2] === '\r' ? end - 2 : end - 1;
}

/** The place of a line's end: its line break, or the end of the text. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end === -1) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

/** Where the line of a place begins, behind a byte order mark. */
export function lineStart(text: string, at: number): number {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return text.charCodeAt(start) === 0xfeff ? start + 1 : start;
}

function pairSpans(map: YAMLMap, text: string): (Span | undefined)[] {
  return map.items.map((pair) => {
    const { key, value, srcToken } = pair as Pair<Node, Node | null> & SourcedPair;
    if (!isScalar(key) || !key.range) return undefined;
    const colon = srcToken?.sep?.find(({ type }) => type === 'map-value-ind');
    const after = colon === undefined ? undefined : colon.offset + 1;
    return valueSpan(value ?? undefined, key.range[0], after, after ?? key.range[1], text);
  });
}

function itemSpans(list: YAMLSeq, text: string): (Span | undefined)[] {
  const dashes = sourceItems(list).flatMap(({ start }) => start.filter(({ type }) => type === 'seq-item-ind'));
  return list.items.map((item, index) => {
    if (isPair(item)) return undefined;
    const node = item as Node;
    if (list.flow === true) return node.range ? valueSpan(node, node.range[0], undefined, 0, text) : undefined;
    const dash = dashes[index];
    return dash === undefined ? undefined : valueSpan(node, dash.offset, dash.offset + 1, dash.offset + 1, text);
  });
}

type SourceToken = { readonly type: string; readonly offset: number };
type SourcedPair = { readonly srcToken?: { readonly sep?: readonly SourceToken[] } };

function sourceItems(list: YAMLSeq): readonly { readonly start: readonly SourceToken[] }[] {
  const token = list.srcToken;
  return token !== undefined && 'items' in token ? token.items : [];
}

/** A value that nobody wrote has no token; it lies right after its colon or dash. */
function valueSpan(
  node: Node | undefined,
  start: number,
  after: number | undefined,
  empty: number,
  text: string,
): Span {
  if (node === undefined || !node.range || (isScalar(node) && node.srcToken === undefined))
    return { node, start, after, valueStart: empty, end: empty };
  return { node, start, after, valueStart: node.range[0], end: contentEnd(node, text) };
}

function rangeEnd(node: Node): number {
  return node.range?.[1] ?? 0;
}
