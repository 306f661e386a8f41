import { blanks } from './blank-out.ts';

/**
 * Blanks out comments, regular expressions and what strings hold, as `blankOut` does, in JavaScript, TypeScript and
 * JSX: there a slash may divide, begin a regular expression or close an element, and templates hold code. Linear.
 */
export function blankOutJavascript(text: string): string {
  const pieces: string[] = [];
  /** For each template that is open, how many braces of code in it are. */
  const templates: number[] = [];
  /** Until where it is known that a quote or a slash finds no partner on its line. */
  const alone = new Map<string, number>();
  let openings = outside;
  let before = '';
  let at = 0;
  const take = (end: number) => {
    const code = text.slice(at, end);
    const words = code.trimEnd();
    if (words !== '') before = words.slice(-longestKeyword);
    pieces.push(code);
    at = end;
  };
  const blank = (end: number) => {
    pieces.push(blanks(text.slice(at, end)));
    at = end;
  };
  /** Looks for the end of what opens here, once for each line that holds none. */
  const partner = (opening: string, find: (text: string, from: number) => number | undefined) => {
    if ((alone.get(opening) ?? 0) > at) return undefined;
    const end = find(text, at);
    if (end === undefined) alone.set(opening, endOr(text, text.indexOf('\n', at)));
    return end;
  };
  const template = () => {
    const end = endOfTemplate(text, at);
    blank(end);
    if (text[end] === '`') take(end + 1);
    else if (end < text.length) {
      templates.push(0);
      take(end + 2);
    }
  };
  for (;;) {
    openings.lastIndex = at;
    const match = openings.exec(text);
    if (match === null) break;
    const [opening] = match;
    take(match.index);
    if (opening === '//') blank(endOr(text, text.indexOf('\n', at)));
    else if (opening === '/*') blank(endOr(text, text.indexOf('*/', at + 2), 2));
    else if (opening === '`') {
      take(at + 1);
      template();
    } else if (opening === '"' || opening === "'") {
      const end = partner(opening, endOfString);
      take(at + 1);
      if (end === undefined) continue;
      blank(end);
      take(end + 1);
    } else if (opening === '/') {
      const end = beginsPattern(before) ? partner(opening, endOfPattern) : undefined;
      if (end === undefined) take(at + 1);
      else {
        blank(end);
        before = '/';
      }
    } else {
      const depth = templates.at(-1) ?? 0;
      take(at + 1);
      if (opening === '{') templates[templates.length - 1] = depth + 1;
      else if (depth > 0) templates[templates.length - 1] = depth - 1;
      else {
        templates.pop();
        template();
      }
    }
    openings = templates.length === 0 ? outside : inTemplate;
  }
  take(text.length);
  return pieces.join('');
}

const outside = /\/\/|\/\*|["'`/]/g;
const inTemplate = /\/\/|\/\*|["'`/{}]/g;

/** Long enough for every keyword behind which a regular expression may stand, and a character before it. */
const longestKeyword = 12;

/** Whether a slash behind this code begins a regular expression; behind a value it divides, behind `<` it closes an element. */
function beginsPattern(before: string): boolean {
  if (/(?:^|[^\w$.])(?:return|typeof|case|in|of|delete|void|throw|new|do|else|yield|await|instanceof)$/.test(before))
    return true;
  return !/[\w$)\]}"'`<]$/.test(before);
}

/** Where the regular expression that begins here ends; `undefined` when its line does first, and it is none. */
function endOfPattern(text: string, from: number): number | undefined {
  let inClass = false;
  for (let at = from + 1; at < text.length; at++) {
    const character = text[at];
    if (character === '\n') return undefined;
    if (character === '\\') at++;
    else if (character === '[') inClass = true;
    else if (character === ']') inClass = false;
    else if (character === '/' && !inClass) return at + 1;
  }
  return undefined;
}

/** Where the closing quote stands; `undefined` when the line ends first, as behind an apostrophe in the text of an element. */
function endOfString(text: string, from: number): number | undefined {
  const quote = text[from];
  for (let at = from + 1; at < text.length; at++) {
    const character = text[at];
    if (character === quote) return at;
    if (character === '\n') return undefined;
    if (character === '\\') at += text.startsWith('\r\n', at + 1) ? 2 : 1;
  }
  return undefined;
}

/** Where a template ends or lets code in: at its backquote or at `${`. */
function endOfTemplate(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '`' || (character === '$' && text[at + 1] === '{')) return at;
  }
  return text.length;
}

function endOr(text: string, found: number, length = 0): number {
  return found === -1 ? text.length : found + length;
}
