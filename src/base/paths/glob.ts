import { compileGlob } from './compile-glob.ts';

/** Compiles globs over `/` paths into one test, when the first path comes; dot files match like others. */
export function globs(patterns: readonly string[]): (path: string) => boolean {
  let test: ((path: string) => boolean) | undefined;
  return (path) => (test ??= compile(patterns))(path);
}

function compile(patterns: readonly string[]): (path: string) => boolean {
  const names = new Set<string>();
  const others: ((path: string) => boolean)[] = [];
  for (const pattern of patterns) {
    const end = plainEnd(pattern, pattern.length);
    // A glob that asks for a name and nothing else, such as that of `package-lock.json` in any folder: most do.
    if (pattern.startsWith('**/') && end.length === pattern.length - 3) names.add(end);
    else others.push(whenEndFits(pattern, end));
  }
  return (path) => names.has(path.slice(path.lastIndexOf('/') + 1)) || others.some((matches) => matches(path));
}

/** Most globs end in letters that few paths end in, and need not be compiled for any other. */
function whenEndFits(pattern: string, end: string): (path: string) => boolean {
  const ends = end === '' && pattern.endsWith('}') ? endsOf(pattern) : [end];
  let matches: ((names: readonly string[]) => boolean) | undefined;
  return (path) => ends.some((one) => path.endsWith(one)) && (matches ??= compileGlob(pattern))(path.split('/'));
}

/** What a glob ends in with each of the words of its last group, such as `{yml,yaml}`. */
function endsOf(pattern: string): readonly string[] {
  const open = pattern.lastIndexOf('{');
  const words = pattern.slice(open + 1, -1).split(',');
  const isGroup = open > 0 && words.length > 1 && words.every((word) => plainEnd(word, word.length) === word);
  if (!isGroup || pattern[open - 1] === '\\') return [''];
  const letters = plainEnd(pattern, open);
  return words.map((word) => letters + word);
}

/** The letters before a place that mean themselves and nothing else, back to the first that may not. */
function plainEnd(pattern: string, end: number): string {
  let start = end;
  while (start > 0 && isPlain(pattern.charCodeAt(start - 1))) start--;
  return pattern.slice(pattern[start - 1] === '\\' ? start + 1 : start, end);
}

/** Letters, digits, dot, dash and underline. */
function isPlain(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 45 && code <= 57 && code !== 47) ||
    (code >= 65 && code <= 90) ||
    code === 95
  );
}

/** A path as a glob that matches it alone. */
export function escapeGlob(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@|]/g, '\\$&');
}

/** Compiles a package pattern, in which `*` stands for any run of characters, into a test of package URLs without version. */
export function packagePattern(pattern: string): (purl: string) => boolean {
  if (!pattern.includes('*')) return (purl) => purl === pattern;
  const pieces = pattern.split('*');
  return (purl) => {
    const [first = '', ...rest] = pieces;
    if (!purl.startsWith(first)) return false;
    const last = rest.pop() ?? '';
    let from = first.length;
    for (const piece of rest) {
      const at = purl.indexOf(piece, from);
      if (at === -1) return false;
      from = at + piece.length;
    }
    return purl.length - last.length >= from && purl.endsWith(last);
  };
}
