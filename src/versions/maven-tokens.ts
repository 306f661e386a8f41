/** A number or a word of a Maven version, and whether a hyphen or a change between digits and letters stands before it. */
export type MavenToken = { readonly kind: 'number' | 'word'; readonly text: string; readonly hyphen: boolean };

/** Splits a version into tokens, known words in their one spelling, and leaves out those at ends that mean nothing. */
export function mavenTokens(version: string): readonly MavenToken[] {
  return trim(split(version.toLowerCase()));
}

function split(version: string): readonly MavenToken[] {
  const tokens: MavenToken[] = [];
  let hyphen = false;
  for (const part of version.split(/([.-])/)) {
    if (part === '-') hyphen = true;
    else if (part === '.') hyphen = false;
    else {
      const pieces = part.match(/\d+|\D+/g) ?? ['0'];
      for (const [at, piece] of pieces.entries())
        tokens.push(token(piece, at > 0 || hyphen, /^\d/.test(pieces[at + 1] ?? '')));
    }
  }
  return tokens;
}

function token(piece: string, hyphen: boolean, numberFollows: boolean): MavenToken {
  if (/^\d/.test(piece)) return { kind: 'number', text: piece, hyphen };
  const short = numberFollows ? shortWords.get(piece) : undefined;
  return { kind: 'word', text: short ?? spellings.get(piece) ?? piece, hyphen };
}

/** Letters that stand for a word where a number follows at once. */
const shortWords = new Map([
  ['a', 'alpha'],
  ['b', 'beta'],
  ['m', 'milestone'],
]);

const spellings = new Map([
  ['ga', ''],
  ['final', ''],
  ['release', ''],
  ['cr', 'rc'],
]);

/** Tokens that mean nothing are taken away before the end, each hyphen and, since Maven 3.9.1, each word. */
function trim(tokens: readonly MavenToken[]): readonly MavenToken[] {
  const kept: MavenToken[] = [];
  for (const next of tokens) {
    if (next.hyphen || next.kind === 'word') dropNothings(kept);
    kept.push(next);
  }
  dropNothings(kept);
  return kept;
}

function dropNothings(tokens: MavenToken[]): void {
  while (isNothing(tokens.at(-1))) tokens.pop();
}

function isNothing(token: MavenToken | undefined): boolean {
  return token !== undefined && (token.text === '' || /^0+$/.test(token.text));
}
