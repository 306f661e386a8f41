import picomatch from 'picomatch';

/** Compiles globs over `/` paths into one test; dot files match like others. */
export function globs(patterns: readonly string[]): (path: string) => boolean {
  return patterns.length === 0 ? () => false : picomatch([...patterns], { dot: true, nonegate: true });
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
