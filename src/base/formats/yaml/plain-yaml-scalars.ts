import { nextLine, refuse, step, trimBlanks, type YamlLines } from './plain-yaml-lines.ts';

/** Reads a scalar without quotes, with the lines that continue it, and moves to the line behind. */
export function readPlain(lines: YamlLines, indent: number): string {
  const parts = [plainPart(lines, true)];
  for (;;) {
    const last = lines.at;
    const isCommented = lines.rest.includes(' #');
    nextLine(lines);
    if (lines.indent <= indent) return parts.join('');
    const skipped = lines.all.slice(last + 1, lines.at);
    if (isCommented || skipped.some((line) => trimBlanks(line) !== ''))
      refuse(lines, 'a comment stands inside a value');
    parts.push('\n'.repeat(skipped.length) || ' ', plainPart(lines, false));
  }
}

function plainPart(lines: YamlLines, isFirst: boolean): string {
  const { rest } = lines;
  if (isFirst && (/^[&*!%@`,\]}#|>]/.test(rest) || /^[-?:](?: |$)/.test(rest)))
    refuse(lines, 'no lockfile writes a value that begins like this');
  const comment = rest.indexOf(' #');
  const text = trimBlanks(comment === -1 ? rest : rest.slice(0, comment));
  if (text.includes(': ') || text.endsWith(':')) refuse(lines, 'a colon stands inside a value without quotes');
  return text;
}

/** Reads a scalar in quotes, which may go over several lines that stand deeper than `indent`. */
export function readQuoted(lines: YamlLines, indent: number): string {
  const line = lines.at + 1;
  const typed = takeQuoted(lines, indent) ?? refuse(lines, 'the quotes that begin here have no end', line);
  return unquote(typed, () => refuse(lines, 'the text in quotes has an unknown escape', line));
}

/** The text with its quotes, its lines joined as YAML folds them; `undefined` when the quotes have no end. */
function takeQuoted(lines: YamlLines, indent: number): string | undefined {
  const quote = lines.rest[0] ?? '';
  const parts: string[] = [];
  let text = lines.rest;
  for (let end = endIn(text, quote, 1); ; end = endIn(text, quote, 0)) {
    if (end !== -1) {
      parts.push(text.slice(0, end + 1));
      step(lines, end + 1);
      return parts.join('');
    }
    let breaks = -1;
    do {
      lines.at++;
      breaks++;
    } while (trimBlanks(lines.all[lines.at] ?? '#') === '');
    const next = lines.all[lines.at];
    if (next === undefined || next.search(/[^ ]|$/) <= indent) return undefined;
    const isJoined = quote === '"' && isEscaped(text, text.length);
    parts.push(isJoined ? text.slice(0, -1) : trimBlanks(text), '\n'.repeat(breaks) || (isJoined ? '' : ' '));
    text = trimBlanks(next);
    lines.rest = text;
  }
}

/** The position of the quote that ends a text which begins with one; -1 when it has none. */
export function endOfQuoted(text: string): number {
  return endIn(text, text[0] ?? '', 1);
}

function endIn(text: string, quote: string, from: number): number {
  let end = text.indexOf(quote, from);
  if (quote === '"') while (end !== -1 && isEscaped(text, end)) end = text.indexOf(quote, end + 1);
  else while (end !== -1 && text[end + 1] === quote) end = text.indexOf(quote, end + 2);
  return end;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === 92) slashes++;
  return slashes % 2 === 1;
}

/** The text that stands between quotes; `fail` is called for an escape that YAML does not know (YAML 1.2.2, 5.7). */
export function unquote(quoted: string, fail: () => never): string {
  const inner = quoted.slice(1, -1);
  if (quoted[0] === "'") return inner.replaceAll("''", "'");
  if (!inner.includes('\\')) return inner;
  return inner.replace(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|(.?))/gis, (_, x, u, long, letter) => {
    const code = String(x ?? u ?? long ?? '');
    if (code === '') return escapes.get(String(letter)) ?? fail();
    const point = Number.parseInt(code, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : fail();
  });
}

const escapes = new Map([
  ['0', '\0'],
  ['a', '\u0007'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\u001B'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['N', '\u0085'],
  ['_', '\u00A0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);

/** Reads a literal (`|`) or folded (`>`) block with its indentation and chomping (YAML 1.2.2, 8.1), and moves behind it. */
export function readBlockScalar(lines: YamlLines, indent: number): string {
  const [header, style, first = '', second = ''] = /^([|>])([-+1-9]?)([-+1-9]?)/.exec(lines.rest) ?? [''];
  const digit = /[1-9]/.exec(first + second)?.[0];
  const chomp = /[-+]/.exec(first + second)?.[0];
  step(lines, header.length);
  const isTwice = second !== '' && /[-+]/.test(first) === /[-+]/.test(second);
  if (lines.rest !== '' || isTwice) refuse(lines, 'nothing but a comment may stand behind the sign of a block');
  const from = lines.at + 1;
  const depth = digit === undefined ? depthOf(lines.all, from, indent) : Math.max(indent, 0) + Number(digit);
  let to = from;
  while (to < lines.all.length && belongs(lines.all[to] ?? '', depth)) to++;
  const taken = lines.all.slice(from, to).map((line) => line.slice(depth));
  if (lines.typing !== undefined && (digit !== undefined || (taken.find(isNotEmpty) ?? '').startsWith(' ')))
    refuse(lines, 'the indentation of this block is out of the ordinary');
  lines.at = to - 1;
  nextLine(lines);
  let end = taken.length;
  while (end > 0 && taken[end - 1] === '') end--;
  const body = taken.slice(0, end);
  const text = style === '|' ? body.join('\n') : fold(body);
  if (chomp === '-') return text;
  return chomp === '+' ? text + '\n'.repeat(taken.length - end + (end > 0 ? 1 : 0)) : text + (end > 0 ? '\n' : '');
}

/** The column of the first line of a block that holds something; where none does, the length of the longest line. */
function depthOf(all: readonly string[], from: number, indent: number): number {
  let longest = indent + 1;
  for (let at = from; at < all.length; at++) {
    const line = all[at] ?? '';
    const column = line.search(/[^ ]|$/);
    if (trimBlanks(line) !== '') return column > indent ? column : longest;
    longest = Math.max(longest, column);
  }
  return longest;
}

function isNotEmpty(line: string): boolean {
  return line !== '';
}

function belongs(line: string, depth: number): boolean {
  return line.search(/[^ ]|$/) >= depth || trimBlanks(line) === '';
}

/** Joins lines by a space; empty lines stay breaks, and so do those beside a line that stands deeper. */
function fold(body: readonly string[]): string {
  let text = '';
  let breaks = 0;
  let before: 'nothing' | 'text' | 'deeper' = 'nothing';
  for (const line of body) {
    if (line === '') {
      breaks++;
      continue;
    }
    const now = /^[ \t]/.test(line) ? 'deeper' : 'text';
    const isFolded = before === 'text' && now === 'text';
    if (before === 'nothing') text = '\n'.repeat(breaks);
    else text += isFolded ? '\n'.repeat(breaks) || ' ' : '\n'.repeat(breaks + 1);
    text += line;
    breaks = 0;
    before = now;
  }
  return text;
}
