import { compileGlob } from './compile-glob.ts';

/** Compiles globs over `/` paths into one test, when the first path comes; dot files match like others. */
export function globs(patterns: readonly string[]): (path: string) => boolean {
  let test: ((path: string) => boolean) | undefined;
  return (path) => (test ??= compile(patterns))(path);
}

function compile(patterns: readonly string[]): (path: string) => boolean {
  const names = new Set(patterns.flatMap((pattern) => nameIn(pattern) ?? []));
  const others = patterns.filter((pattern) => nameIn(pattern) === undefined).map(whenEndFits);
  return (path) => names.has(path.slice(path.lastIndexOf('/') + 1)) || others.some((matches) => matches(path));
}

/** Most globs end in letters that few paths end in, and need not be compiled for any other. */
function whenEndFits(pattern: string): (path: string) => boolean {
  const end = /(?<![\w.-])[\w.-]*$/.exec(pattern)?.[0] ?? '';
  let matches: ((names: readonly string[]) => boolean) | undefined;
  return (path) => path.endsWith(end) && (matches ??= compileGlob(pattern))(path.split('/'));
}

/** A path as a glob that matches it alone. */
export function escapeGlob(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@|]/g, '\\$&');
}

/** The name of a glob that asks for nothing else, such as `package-lock.json` of one that begins with `**`: most do. */
function nameIn(pattern: string): string | undefined {
  return /^\*\*\/([\w.-]+)$/.exec(pattern)?.[1];
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
