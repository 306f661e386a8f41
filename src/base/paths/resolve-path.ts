/**
 * The path that a file means when it names another one by a relative path, from the same root as its own;
 * `undefined` when that is absolute, an address, or leads out of the root. The root itself is the empty path.
 */
export function resolvePath(file: string, named: string): string | undefined {
  if (/^(?:[\\/~$]|[A-Za-z][A-Za-z0-9+.-]*:)/.test(named)) return undefined;
  const parts = file.split('/').slice(0, -1);
  for (const part of named.split(/[\\/]/)) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '..' && part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
