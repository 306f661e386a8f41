import type { LinePlace } from '../../../model/place.ts';

/** Where the reading of a YAML text has come to; the functions that read move it on. */
export type YamlLines = {
  readonly all: readonly string[];
  /** The index of the current line; the number of lines when there is none any more. */
  at: number;
  /** The column, from 0, in which the rest begins; -1 at the end of a document. */
  indent: number;
  /** What is still to be read of the line, no space and no comment before it; at the end of a document its marker. */
  rest: string;
  /** What is asked for beyond texts; `undefined` where every scalar stays text. */
  readonly typing?: YamlTyping | undefined;
};

/** What reading by the core schema asks for: lines of a bracket stand deeper than the floor, and positions may be noted. */
export type YamlTyping = {
  floor: number;
  readonly note: ((collection: object, key: string | number, line: number, column: number) => void) | undefined;
};

/** Notes where a key, or an item of a list, begins: here. */
export function noteHere(lines: YamlLines, collection: object, key: string | number): void {
  lines.typing?.note?.(collection, key, lines.at + 1, lines.indent + 1);
}

/** Why a text is not the YAML that programs write; caught by `parsePlainYaml`. */
export class YamlRefusal extends Error {
  override readonly name = 'YamlRefusal';
  readonly at: Omit<LinePlace, 'file'>;

  constructor(message: string, at: Omit<LinePlace, 'file'>) {
    super(message);
    this.at = at;
  }
}

/** Ends the reading at the current line, or at another one, counted from 1. Throws `YamlRefusal`. */
export function refuse(lines: YamlLines, message: string, line?: number): never {
  const here = lines.all[lines.at] ?? '';
  const last = Math.max(1, Math.min(lines.at + 1, lines.all.length));
  if (/^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/.test(here))
    throw new YamlRefusal('a merge conflict was left in it', { line: last, column: 1 });
  throw new YamlRefusal(message, line === undefined ? { line: last, column: Math.max(lines.indent, 0) + 1 } : { line });
}

/** Moves to the next line that holds something, or to the end of the document. */
export function nextLine(lines: YamlLines): void {
  for (lines.at++; lines.at < lines.all.length; lines.at++) {
    const text = lines.all[lines.at] ?? '';
    let indent = 0;
    while (text.charCodeAt(indent) === space) indent++;
    const first = text.charCodeAt(indent);
    if (indent === text.length || first === hash) continue;
    lines.indent = indent;
    lines.rest = indent === 0 ? text : text.slice(indent);
    if (first === tab) {
      if (trimBlanks(text) === '') continue;
      refuse(lines, 'a tab stands where only spaces may');
    }
    if (indent === 0 && /^(?:---|\.\.\.)(?: |$)/.test(text)) lines.indent = -1;
    return;
  }
  lines.indent = -1;
  lines.rest = '';
}

/** Drops characters of the rest, and the spaces and the comment behind them. */
export function step(lines: YamlLines, count: number): void {
  let end = count;
  while (isBlank(lines.rest.charCodeAt(end))) end++;
  const isComment = end > count && lines.rest.charCodeAt(end) === hash;
  lines.indent += end;
  lines.rest = isComment ? '' : lines.rest.slice(end);
}

/** Moves on from a line that must have been read to its end. */
export function endLine(lines: YamlLines): void {
  if (lines.rest !== '') refuse(lines, 'nothing but a comment may stand behind this value');
  nextLine(lines);
}

/** A text without the spaces and tabs at its ends; no other character counts as blank in YAML. */
export function trimBlanks(text: string): string {
  let start = 0;
  while (isBlank(text.charCodeAt(start))) start++;
  let end = text.length;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

const tab = 9;
const space = 32;
const hash = 35;

function isBlank(code: number): boolean {
  return code === space || code === tab;
}
