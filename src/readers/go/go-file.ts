import { quote } from '../../base/quote.ts';
import type { LinePlace } from '../../model/place.ts';

/** One directive of a go.mod or go.work file; a block gives one for each of its lines. */
export type GoStatement = {
  readonly verb: string;
  readonly words: readonly string[];
  /** What stands behind `//` on the same line. */
  readonly comment: string;
  readonly line: number;
};

/** The directives of a file, or why the go command would refuse it too. */
export type GoFile =
  | { readonly statements: readonly GoStatement[] }
  | { readonly message: string; readonly at: Omit<LinePlace, 'file'> };

/** Reads a go.mod (Go 1.11 to 1.26) or go.work file; both are written in the same few tokens. */
export function parseGoFile(text: string): GoFile {
  if (text.trim() === '') return { message: 'the file is empty', at: { line: 1 } };
  const statements: GoStatement[] = [];
  let block: string | undefined;
  let opened = 1;
  for (const [index, written] of text.split('\n').entries()) {
    const line = index + 1;
    if (/^(?:<{7}|={7}|>{7})(?:\s|$)/.test(written)) return { message: 'it holds a merge conflict', at: { line } };
    const { tokens, comment, rest } = readLine(written);
    if (rest !== undefined) return { message: `there is no sense in ${quote(rest)}`, at: { line } };
    const [first, second] = tokens;
    if (first === undefined) continue;
    if (block !== undefined && first === ')') {
      block = undefined;
      continue;
    }
    const verb = block ?? first;
    if (!verbs.has(verb)) return { message: `the go command knows no directive ${quote(verb)}`, at: { line } };
    if (block === undefined && second === '(') {
      block = verb;
      opened = line;
      continue;
    }
    statements.push({ verb, words: block === undefined ? tokens.slice(1) : tokens, comment, line });
  }
  return block === undefined
    ? { statements }
    : { message: `the block "${block} (" is never closed`, at: { line: opened } };
}

const verbs = new Set([
  'module',
  'go',
  'toolchain',
  'godebug',
  'require',
  'exclude',
  'replace',
  'retract',
  'tool',
  'ignore',
  'use',
]);

const token =
  /\s+|\/\/(?<comment>.*)|"(?<quoted>(?:[^"\\]|\\.)*)"|`(?<raw>[^`]*)`|(?<word>=>|[()[\],]|(?:[^\s()[\],"`/]|\/(?!\/))+)/y;

/** The tokens of a line, its comment, and from where on it makes no sense. */
function readLine(written: string): { tokens: string[]; comment: string; rest?: string } {
  const tokens: string[] = [];
  token.lastIndex = 0;
  for (let at = 0; at < written.length; at = token.lastIndex) {
    const groups = token.exec(written)?.groups;
    if (token.lastIndex === 0) return { tokens, comment: '', rest: written.slice(at) };
    if (groups?.['comment'] !== undefined) return { tokens, comment: groups['comment'].trim() };
    const text = groups?.['quoted'] ?? groups?.['raw'] ?? groups?.['word'];
    if (text !== undefined) tokens.push(text);
  }
  return { tokens, comment: '' };
}
