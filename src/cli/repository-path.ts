import { relative, resolve, sep } from 'node:path';
import { UsageError } from '../base/errors.ts';
import type { Context } from './command.ts';

/** The path from the repository's root of a file that a person named from where they stand. Throws `UsageError` outside. */
export function repositoryPath({ root, cwd }: Context, named: string): string {
  const path = relative(root, resolve(cwd, named)).split(sep).join('/');
  if (path !== '' && path !== '..' && !path.startsWith('../') && !/^[A-Za-z]:/.test(path)) return path;
  throw new UsageError(
    `${named} lies outside of the repository`,
    'Copy it into the repository first: what a record rests on is kept beside it.',
  );
}
