/** A stretch of text that is no code: how it opens, where it closes, and what in it does not close it. */
export type Span = {
  readonly kind: 'comment' | 'string';
  /** Source of a regular expression without groups. */
  readonly opens: string;
  /** What closes it, by what opened it; `undefined` when the opening is all of it. */
  readonly closes: (opening: string) => string | undefined;
  /** A backslash takes the next character along, or a doubled closing does not close. */
  readonly escape?: 'backslash' | 'doubled' | undefined;
  /** Ends with the line, closed or not. */
  readonly oneLine?: true | undefined;
  readonly nests?: true;
};

/** The spans of a language that an opening tells apart. */
export type Spans = { readonly list: readonly Span[]; readonly openings: RegExp };

/** Compiles the spans of a language; of two that open at the same place the first of the list is meant. */
export function spansOf(...list: readonly Span[]): Spans {
  return { list, openings: new RegExp(list.map(({ opens }) => `(${opens})`).join('|'), 'g') };
}

/**
 * Blanks out comments and what strings hold, so that words can be looked up; every character stays at its offset, every
 * line of code at its line, and the quotes of a string stay, so that its text can be read from the original. Linear.
 */
export function blankOut(text: string, { list, openings }: Spans): string {
  const pieces: string[] = [];
  let at = 0;
  for (;;) {
    openings.lastIndex = at;
    const match = openings.exec(text);
    if (match === null) break;
    const span = list[match.slice(1).findIndex((group) => group !== undefined)];
    if (span === undefined) break;
    const inner = match.index + match[0].length;
    const [innerEnd, end] = endOf(text, inner, match[0], span);
    const isWhole = span.kind === 'comment' || inner === end;
    pieces.push(text.slice(at, match.index));
    pieces.push(
      isWhole
        ? blanks(text.slice(match.index, end))
        : match[0] + blanks(text.slice(inner, innerEnd)) + text.slice(innerEnd, end),
    );
    at = Math.max(end, match.index + 1);
  }
  return pieces.join('') + text.slice(at);
}

/** Replaces everything but line breaks. */
export function blanks(text: string): string {
  return text
    .split('\n')
    .map((line) => ' '.repeat(line.length))
    .join('\n');
}

const closings = new Map<string, RegExp>();

/** Where the inside of a span ends and where its closing ends; the end of the text where it does not close. */
function endOf(text: string, from: number, opening: string, span: Span): readonly [number, number] {
  const closing = span.closes(opening);
  if (closing === undefined) return [from, from];
  const end = closingOf(closing, span);
  let depth = 1;
  end.lastIndex = from;
  for (let match = end.exec(text); match !== null; match = end.exec(text)) {
    const [found] = match;
    if (found === '\n' && closing !== '\n') return [match.index, match.index];
    if (span.nests && found === opening) depth++;
    else if (found === closing && --depth === 0) return [match.index, end.lastIndex];
  }
  return [text.length, text.length];
}

function closingOf(closing: string, { opens, escape, oneLine, nests }: Span): RegExp {
  const key = [closing, escape, oneLine, nests].join(' ');
  const known = closings.get(key);
  if (known !== undefined) return known;
  const literal = closing.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const choices = [
    ...(escape === 'backslash' ? ['\\\\[\\s\\S]'] : []),
    ...(escape === 'doubled' ? [literal + literal] : []),
    ...(nests ? [opens] : []),
    literal,
    ...(oneLine ? ['\\n'] : []),
  ];
  const made = new RegExp(choices.join('|'), 'g');
  if (closings.size < mostClosings) closings.set(key, made);
  return made;
}

/** Closings that the text itself chooses are not kept without end. */
const mostClosings = 200;
