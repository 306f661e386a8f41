/** A word, string, or sign of a Python file; a line end outside of brackets is the sign `\n`. */
export type PythonToken = {
  readonly kind: 'word' | 'string' | 'made' | 'sign';
  /** The text of a string without its quotes; that of a `made` one, which holds expressions or escapes, is as written. */
  readonly text: string;
  readonly line: number;
};

/** Why a text is no Python, and where. */
export type PythonFault = { readonly message: string; readonly at: { readonly line: number } };

/** Takes a Python file apart, as far as one must to find literals in it. */
export function pythonTokens(text: string): readonly PythonToken[] | PythonFault {
  const tokens: PythonToken[] = [];
  let line = 1;
  let depth = 0;
  const part = /[ \t\f\r]+|#[^\n]*|\\\r?\n|(\n)|([A-Za-z_]*)("""|'''|"|')|([\p{L}\p{N}_]+)|([\s\S])/uy;
  while (part.lastIndex < text.length) {
    const start = part.lastIndex;
    const [whole = '', newline, prefix, quotes, word, sign] = part.exec(text) ?? [];
    if (whole === '') return { message: 'it is no Python', at: { line } };
    if (newline !== undefined && depth === 0) tokens.push({ kind: 'sign', text: '\n', line });
    if (word !== undefined) tokens.push({ kind: 'word', text: word, line });
    if (sign !== undefined) {
      if ('([{'.includes(sign)) depth++;
      if (')]}'.includes(sign)) depth--;
      if (depth < 0) return { message: `the bracket ${JSON.stringify(sign)} closes nothing`, at: { line } };
      tokens.push({ kind: 'sign', text: sign, line });
    }
    if (quotes !== undefined) {
      const end = endOfString(text, part.lastIndex, quotes);
      if (end === undefined) return { message: 'a string does not end', at: { line } };
      const inner = text.slice(part.lastIndex, end);
      const isMade = /f/i.test(prefix ?? '') || inner.includes('\\');
      tokens.push({ kind: isMade ? 'made' : 'string', text: inner, line });
      part.lastIndex = end + quotes.length;
    }
    line += lineEnds(text, start, part.lastIndex);
  }
  return depth === 0 ? tokens : { message: 'a bracket does not close', at: { line } };
}

function endOfString(text: string, start: number, quotes: string): number | undefined {
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text.startsWith(quotes, at)) return at;
    else if (quotes.length === 1 && text[at] === '\n') return undefined;
  }
  return undefined;
}

function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
