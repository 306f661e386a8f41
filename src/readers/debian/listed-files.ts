import { pathsBelow } from '../../base/paths/paths-below.ts';

/** The lists of the files that packages installed, beside a database: `info/<package>.list`, or in `status.d` md5sums. */
export function fileListPaths(path: string, tree: readonly string[]): readonly string[] {
  if (path.includes('/dpkg/status.d/')) return [`${path}.md5sums`];
  return pathsBelow(tree, path.replace(/status$/, 'info/')).filter((candidate) => candidate.endsWith('.list'));
}

/** The files that such lists name, below the root file system that they belong to. */
export function listedFiles(root: string, companions: ReadonlyMap<string, string>): readonly string[] {
  return [...companions].flatMap(([path, text]) => {
    if (path.endsWith('.list')) return lines(text).map((line) => root + line.replace(/^\//, ''));
    if (path.endsWith('.md5sums')) return lines(text).map((line) => root + line.replace(/^[0-9a-f]{32} [ *]/, ''));
    return [];
  });
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}
