import type { Scope } from '../../model/component.ts';

/**
 * What the name that people gave to a file, group or environment tells about the use of what is in it, such as
 * `requirements-dev.txt` or `docs`: unknown when its words contradict each other, `undefined` when they say nothing.
 */
export function scopeOfName(name: string): Scope | undefined {
  const words = name.toLowerCase().split(/[^a-z]+/);
  const scopes = new Set(words.flatMap((word) => scopeOfWord.get(word) ?? []));
  const [scope] = scopes;
  return scopes.size > 1 ? 'unknown' : scope;
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
