import { globSync, readFileSync } from 'node:fs';

/** A module of the product as the tests of its structure see it. */
export type SourceModule = {
  readonly path: string;
  /** The folder below src; empty for the library's face, `src/index.ts`. */
  readonly room: string;
  readonly text: string;
  /** The text without comments and strings, for looking up words. */
  readonly code: string;
  readonly imports: readonly string[];
  readonly generated: boolean;
};

/** Every module of src but tests and fixtures, sorted by path. */
export function sourceFiles(): readonly SourceModule[] {
  return globSync('src/**/*.{ts,tsx}')
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.includes('/fixtures/') && !/\.test\.tsx?$/.test(path))
    .toSorted()
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      const code = withoutCommentsAndStrings(text);
      return {
        path,
        room: roomOf(path),
        text,
        code,
        imports: importsOf(text),
        generated: path.includes('/generated/'),
      };
    });
}

function roomOf(path: string): string {
  const parts = path.split('/');
  return parts.length > 2 ? (parts[1] ?? '') : '';
}

function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)'([^']+)'/gm)].map(
    ([, specifier]) => specifier ?? '',
  );
}

function withoutCommentsAndStrings(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\.|\$(?!\{))*`/g, "''");
}
