import { Document, isScalar, type Scalar } from 'yaml';

/** What can be written into a record; keys that are `undefined` are left out. */
export type YamlValue =
  | string
  | number
  | boolean
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue | undefined };

/** How a text is written: plainly, in quotes, or as a block. */
export type ScalarStyle = NonNullable<Scalar['type']>;

/** Writes a list or a group of keys as block YAML, without a line break at the end. */
export function renderBlock(value: YamlValue, style?: ScalarStyle): string {
  const document = new Document(value, { version: '1.2' });
  const first = Array.isArray(value) ? 0 : Object.keys(value)[0];
  const node: unknown = style === undefined ? undefined : document.getIn([first], true);
  if (isScalar(node) && typeof node.value === 'string' && style !== undefined) node.type = style;
  const lineWidth = style === 'BLOCK_FOLDED' ? 100 : 0;
  return document.toString({ indent: 2, lineWidth, singleQuote: true }).slice(0, -1);
}

/** Writes a key with its value as block YAML; a text keeps the given style where it can. */
export function renderPair(key: string, value: YamlValue, style?: ScalarStyle): string {
  return renderBlock({ [key]: value }, style);
}

/** Writes a text on one line, which a block could not be that stands within others or before a comment. */
export function renderLine(text: string): string {
  return /[\n\r]/.test(text) ? renderFlow(text) : renderBlock([text]).slice('- '.length);
}

/** A line of a comment; text of others can neither leave it nor fill the screen. */
export function renderComment(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trimEnd();
  return `# ${plain.length > 200 ? `${plain.slice(0, 199)}…` : plain}`;
}

/** Writes any value on one line, in flow style. */
export function renderFlow(value: YamlValue): string {
  if (typeof value === 'string') return renderWord(value);
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(renderFlow).join(', ')}]`;
  const pairs = Object.entries(value).flatMap(([key, inner]) =>
    inner === undefined ? [] : [`${renderWord(key)}: ${renderFlow(inner)}`],
  );
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

function isList(value: object): value is readonly YamlValue[] {
  return Array.isArray(value);
}

/** A text as short as flow style allows: bare, else in single quotes, else escaped. */
function renderWord(word: string): string {
  if (/^[A-Za-z][\w ./+-]*$/.test(word) && !/ $|^(true|false|null)$/i.test(word)) return word;
  return /^[\x20-\x7e\xa0-\ud7ff\ue000-\ufffd]*$/.test(word) ? `'${word.replaceAll("'", "''")}'` : JSON.stringify(word);
}
