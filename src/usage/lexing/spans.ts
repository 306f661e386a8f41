import type { Span } from './blank-out.ts';

/** A comment to the end of its line. */
export function lineComment(opens: string): Span {
  return { kind: 'comment', opens, closes: () => '\n' };
}

/** A comment between slash-star and star-slash. */
export const blockComment: Span = { kind: 'comment', opens: '/\\*', closes: () => '*/' };

/** The same where one may stand in another. */
export const nestedComment: Span = { ...blockComment, nests: true };

/** A string in double quotes, on one line, with escapes. */
export const doubleQuoted: Span = {
  kind: 'string',
  opens: '"',
  closes: () => '"',
  escape: 'backslash',
  oneLine: true,
};

/** A string in single quotes, on one line, with escapes. */
export const singleQuoted: Span = { ...doubleQuoted, opens: "'", closes: () => "'" };

/** A single character in single quotes, told apart from a lone quote such as a lifetime or a digit separator. */
export const character: Span = {
  kind: 'string',
  opens: "'(?:\\\\[^\\n]{1,10}?|[^\\\\'\\n])'",
  closes: () => undefined,
};

/** A string of many lines in three double quotes. */
export const tripleDoubleQuoted: Span = { kind: 'string', opens: '"""', closes: () => '"""', escape: 'backslash' };
