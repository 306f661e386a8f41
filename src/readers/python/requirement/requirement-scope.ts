import type { Scope } from '../../../model/component.ts';
import { scopeOfName } from '../scope-of-name.ts';

/** What the path of a file tells about the use of its packages, where the format itself has no word for it; else `otherwise`. */
export function scopeOfPath(
  path: string,
  otherwise = 'a requirements file does not tell what its packages are for',
): { readonly scope: Scope; readonly reason: string } {
  const [file = '', folder = ''] = path.split('/').toReversed();
  const scope = scopeOfName(file);
  if (scope !== undefined && scope !== 'unknown') return { scope, reason: `the file is named ${file}` };
  if (scope === undefined && developmentFolders.has(folder.toLowerCase()))
    return { scope: 'development', reason: `the file lies in the folder ${folder}` };
  return { scope: 'unknown', reason: otherwise };
}

const developmentFolders = new Set(['doc', 'docs', 'test', 'tests']);
