/**
 * What a reader of a licence sees where it is wrapped in HTML or RTF; other texts stay as they are. Line breaks stay where
 * they were, so that places in the one are places in the other.
 */
export function plainText(text: string): string {
  if (text.startsWith('{\\rtf')) return withoutRtf(text);
  return /^\s*(?:<\?xml[^<>]*>\s*)?<(?:!doctype\s+html|html|head|body|div|pre|p|h\d)\b/i.test(text.slice(0, 500))
    ? withoutHtml(text)
    : text;
}

function withoutHtml(text: string): string {
  const shown = withoutComments(text)
    .replace(/<(style|script)\b[^<>]*>[^<]*<\/\1\s*>/gi, lineBreaksOf)
    .replace(/<li\b[^<>]*>/gi, (tag) => `${lineBreaksOf(tag)} - `)
    .replace(/<\/?[a-z!][^<>]*>/gi, (tag) => (inline.test(tag) ? '' : ' ') + lineBreaksOf(tag));
  return shown.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, character);
}

/** A comment that does not end is shown. */
function withoutComments(text: string): string {
  const shown: string[] = [];
  let at = 0;
  for (let start = text.indexOf('<!--'); start !== -1; start = text.indexOf('<!--', at)) {
    const end = text.indexOf('-->', start + 4);
    if (end === -1) break;
    shown.push(text.slice(at, start), lineBreaksOf(text.slice(start, end)));
    at = end + 3;
  }
  return shown.join('') + text.slice(at);
}

/** Tags inside of a word or sentence, which part nothing. */
const inline = /^<\/?(?:a|abbr|b|code|em|font|i|q|span|strong|sub|sup|tt|u)\b/i;

function lineBreaksOf(text: string): string {
  return text.replace(/[^\n]/g, '');
}

function character(written: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return named.get(name.toLowerCase()) ?? written;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
}

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['copy', '©'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['sect', '§'],
]);

/** Destinations of RTF 1.9 that hold no text of the document. */
const hidden =
  /^\\(?:\*|fonttbl|colortbl|stylesheet|info|pict|generator|header|footer|listtable|listoverridetable)(?![a-z])/;

function withoutRtf(text: string): string {
  const shown: string[] = [];
  let depth = 0;
  let hiddenFrom = Infinity;
  for (const [token] of text.matchAll(
    /\\u-?\d{1,5} ?(?:\\'[\da-f]{2}|\?)?|\\'[\da-f]{2}|\\[a-z]+-?\d* ?|\\[^a-z]|[{}]|\n|[^\\{}\n]+|\\/gi,
  )) {
    if (token === '{') depth += 1;
    else if (token === '}') {
      depth -= 1;
      if (depth < hiddenFrom) hiddenFrom = Infinity;
    } else if (token === '\n') shown.push('\n');
    else if (hidden.test(token)) hiddenFrom = Math.min(hiddenFrom, depth);
    else if (hiddenFrom === Infinity) shown.push(shownOf(token));
  }
  return shown.join('');
}

function shownOf(token: string): string {
  if (!token.startsWith('\\')) return token;
  if (token.startsWith("\\'")) return new TextDecoder('windows-1252').decode(Buffer.from(token.slice(2), 'hex'));
  if (/^\\[\\{}]$/.test(token)) return token.slice(1);
  const [, word = '', number = ''] = /^\\([a-z]+)(-?\d*)/i.exec(token) ?? [];
  if (word === 'u') return String.fromCodePoint(Math.max(0, Number(number) + (Number(number) < 0 ? 65536 : 0)));
  return /^(?:par|line|tab|cell|row|sect|page)$/.test(word) || token === '\\~' || token === '\\\n'
    ? ' '
    : (words.get(word) ?? '');
}

const words: ReadonlyMap<string, string> = new Map([
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['bullet', '•'],
  ['endash', '–'],
  ['emdash', '—'],
]);
