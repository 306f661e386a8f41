/** An argument of a command; in brackets no variable is replaced. */
export type CmakeArgument = {
  readonly kind: 'plain' | 'quoted' | 'bracket';
  /** Without quotes or brackets; escapes as they are written. */
  readonly text: string;
};

/** A call of a command; its name in lower case, for CMake does not tell capitals apart. */
export type CmakeCommand = {
  readonly name: string;
  readonly arguments: readonly CmakeArgument[];
  readonly line: number;
};

/** Why a text is no CMake, and where. */
export type CmakeFault = { readonly message: string; readonly at: { readonly line: number } };

/** Takes a CMake file apart into its commands (cmake-language(7)); comments go, nested parentheses stay as arguments. */
export function parseCmake(text: string): readonly CmakeCommand[] | CmakeFault {
  const commands: CmakeCommand[] = [];
  const token = new RegExp(tokens, 'y');
  let line = 1;
  let open: { name: string; arguments: CmakeArgument[]; line: number; depth: number } | undefined;
  while (token.lastIndex < text.length) {
    const start = token.lastIndex;
    const { groups = {} } = token.exec(text) ?? {};
    const { bracket, quote, call, plain, sign } = groups;
    if (token.lastIndex === 0) return { message: 'this is no CMake', at: { line } };
    if (bracket !== undefined) {
      const close = bracket.replace('#', '').replaceAll('[', ']');
      const end = text.indexOf(close, token.lastIndex);
      if (end === -1) return { message: `${bracket} is not closed`, at: { line } };
      const inner = text.slice(token.lastIndex, end).replace(/^\r?\n/, '');
      if (!bracket.startsWith('#')) open?.arguments.push({ kind: 'bracket', text: inner });
      token.lastIndex = end + close.length;
    } else if (quote !== undefined) {
      const end = endOfQuoted(text, token.lastIndex);
      if (end === undefined) return { message: 'a quoted argument does not end', at: { line } };
      const inner = text.slice(token.lastIndex, end).replace(/\\\r?\n/g, '');
      open?.arguments.push({ kind: 'quoted', text: inner });
      token.lastIndex = end + 1;
    } else if (open === undefined) {
      if (call !== undefined) open = { name: call.toLowerCase(), arguments: [], line, depth: 1 };
      else if (plain !== undefined || sign !== undefined)
        return { message: 'a command stands here without its parentheses', at: { line } };
    } else if (sign === ')' && --open.depth === 0) {
      commands.push({ name: open.name, arguments: open.arguments, line: open.line });
      open = undefined;
    } else if (call !== undefined || sign !== undefined) {
      if (call !== undefined) open.arguments.push({ kind: 'plain', text: call });
      if (sign !== ')') open.depth++;
    } else if (plain !== undefined) open.arguments.push({ kind: 'plain', text: plain });
    line += lineEnds(text, start, token.lastIndex);
  }
  return open === undefined ? commands : { message: `${open.name}( is not closed`, at: { line: open.line } };
}

/** The parts of a file; an old unquoted argument may hold quotes and references with parentheses, `-Da="b c"` and `$(MAKE)`. */
const tokens = [
  /\s+|\uFEFF/,
  /(?<bracket>#?\[(?<level>=*)\[)/,
  /#[^\n]*/,
  /(?<quote>")/,
  /(?<call>[A-Za-z_]\w*)[ \t]*\(/,
  /(?<plain>(?:\\[\s\S]|\$\([^()\n]*\)|[^\s()#"\\]|(?<=[^\s("])"[^"\n]*")+)/,
  /(?<sign>[()\\])/,
]
  .map(({ source }) => source)
  .join('|');

function endOfQuoted(text: string, start: number): number | undefined {
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return undefined;
}

function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (text[at] === '\n') count++;
  return count;
}
