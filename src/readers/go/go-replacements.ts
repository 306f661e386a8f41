import { entryProblem } from '../../base/reading.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { GoStatement } from './go-file.ts';

/** What is built in place of a module: another one, or what lies in a folder. */
export type GoReplacement = { readonly module: string; readonly version: string } | { readonly folder: string };

/** Finds the replacement of a module at a version. */
export type FindReplacement = (module: string, version: string) => GoReplacement | undefined;

/**
 * Finds among `replace` directives the one that counts: of lists of them, the first that has one for the module, and
 * in that list one for just this version before one for all.
 */
export function replacementFinder(
  lists: readonly { readonly file: string; readonly statements: readonly GoStatement[] }[],
  diagnostics: Diagnostic[],
): FindReplacement {
  const maps = lists.map(({ file, statements }) => {
    const found = new Map<string, GoReplacement>();
    for (const { verb, words, line } of statements) {
      if (verb !== 'replace') continue;
      const { asked, target } = readReplacement(words);
      if (asked !== undefined && target !== undefined) found.set(asked, target);
      else diagnostics.push(entryProblem({ file, line }, 'this replacement makes no sense', help));
    }
    return found;
  });
  return (module, version) => {
    for (const map of maps) {
      const found = map.get(`${module} ${version}`) ?? map.get(module);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

const help = 'Write replace <module> [<version>] => <module> <version>, or => ./<folder>; then run go mod tidy.';

/** Reads `<module> [<version>] => <module> <version>` or `… => <folder>`. */
export function readReplacement(words: readonly string[]): { asked?: string; target?: GoReplacement } {
  const arrow = words.indexOf('=>');
  const [module, version, ...more] = words.slice(0, Math.max(0, arrow));
  const [target, targetVersion, ...rest] = words.slice(arrow + 1);
  if (module === undefined || target === undefined || more.length + rest.length > 0) return {};
  const asked = version === undefined ? module : `${module} ${version}`;
  if (targetVersion !== undefined) return { asked, target: { module: target, version: targetVersion } };
  return /^(?:\.{0,2}[\\/]|\.{1,2}$|[A-Za-z]:)/.test(target) ? { asked, target: { folder: target } } : { asked };
}
