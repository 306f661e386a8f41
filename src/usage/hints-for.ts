import { foldersAbove } from '../base/paths/folders-above.ts';
import type { ModuleHint, ModuleHints } from '../model/plugs/import-finder.ts';

/** What one file says of the names of modules. */
export type FiledHint = { readonly file: string; readonly hints: ModuleHints; readonly said: readonly ModuleHint[] };

/** Prepares the question what the nearest file says of a module; `undefined` when none does. */
export function hintsFor(filed: readonly FiledHint[]): (module: string, file: string) => ModuleHint | undefined {
  if (filed.length === 0) return () => undefined;
  const byFolder = Map.groupBy(
    filed.flatMap(({ file, hints, said }) => {
      const folder = hints.reach === 'everywhere' ? '' : (foldersAbove(file)[0] ?? '');
      return said.map((hint) => ({ folder, hint }));
    }),
    ({ folder }) => folder,
  );
  const folders = new Map(
    [...byFolder].map(([folder, entries]) => [folder, namesAndPrefixes(entries.map(({ hint }) => hint))]),
  );
  return (module, file) => {
    for (const folder of foldersAbove(file)) {
      const hint = folders.get(folder)?.(module);
      if (hint !== undefined) return hint;
    }
    return undefined;
  };
}

/** Looks a module, or the head of its path, up among names, then among those that end in a star. */
function namesAndPrefixes(hints: readonly ModuleHint[]): (module: string) => ModuleHint | undefined {
  const names = new Map(hints.map((hint) => [hint.module, hint]));
  const prefixes = hints
    .filter(({ module }) => module.endsWith('*'))
    .map((hint) => [hint.module.slice(0, -1), hint] as const);
  return (module) =>
    names.get(module) ??
    names.get(module.split(/[.:]/, 1)[0] ?? module) ??
    prefixes.find(([prefix]) => module.startsWith(prefix))?.[1];
}
