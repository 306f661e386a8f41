import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** The .gitignore rules that hold in a folder: its own, and those of the folders above it. */
export type IgnoreRules = readonly { readonly folder: string; readonly rules: Ignore }[];

/** Adds the rules of a folder's own .gitignore to those that hold above it. */
export function rulesIn(root: string, folder: string, above: IgnoreRules): IgnoreRules {
  const path = join(root, folder, '.gitignore');
  if (!existsSync(path)) return above;
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  return [
    ...above,
    { folder, rules: ignore().add(lines.map((pattern, index) => ({ pattern, mark: String(index + 1) }))) },
  ];
}

/**
 * The rule that ignores a path, a folder's with `/` at its end, such as `app/.gitignore:2 (*.log)`; the nearest .gitignore
 * that speaks of it decides, as in git.
 */
export function ignoredBy(path: string, rules: IgnoreRules): string | undefined {
  for (const { folder, rules: nearest } of rules.toReversed()) {
    const { ignored, unignored, rule } = nearest.test(folder === '' ? path : path.slice(folder.length + 1));
    if (ignored) return `${posix.join(folder, '.gitignore')}:${rule?.mark ?? ''} (${rule?.pattern ?? ''})`;
    if (unignored) return undefined;
  }
  return undefined;
}
