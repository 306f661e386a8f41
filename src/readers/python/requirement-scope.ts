import type { Scope } from '../../model/component.ts';

/** What the path of a requirements file tells about the use of its packages: the format itself has no word for it. */
export function scopeOfPath(path: string): { readonly scope: Scope; readonly reason: string } {
  const [file = '', folder = ''] = path.split('/').toReversed();
  const words = file.toLowerCase().split(/[^a-z]+/);
  const scopes = new Set(words.flatMap((word) => scopeOfWord.get(word) ?? []));
  const [scope] = scopes;
  if (scope !== undefined && scopes.size === 1) return { scope, reason: `the file is named ${file}` };
  if (scopes.size === 0 && developmentFolders.has(folder.toLowerCase()))
    return { scope: 'development', reason: `the file lies in the folder ${folder}` };
  return { scope: 'unknown', reason: 'a requirements file does not tell what its packages are for' };
}

const scopeOfWord = new Map<string, Scope>([
  ...[
    ['dev', 'devel', 'develop', 'development', 'test', 'tests', 'testing', 'lint', 'linting', 'linter', 'linters'],
    [
      'doc',
      'docs',
      'documentation',
      'ci',
      'build',
      'typing',
      'mypy',
      'format',
      'formatting',
      'benchmark',
      'benchmarks',
    ],
  ]
    .flat()
    .map((word) => [word, 'development'] as const),
  ...['optional', 'extra', 'extras'].map((word) => [word, 'optional'] as const),
  ...['prod', 'production', 'runtime'].map((word) => [word, 'runtime'] as const),
]);

const developmentFolders = new Set(['doc', 'docs', 'test', 'tests']);
