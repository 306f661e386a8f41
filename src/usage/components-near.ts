import { foldersAbove } from '../base/paths/folders-above.ts';
import type { Component } from '../model/component.ts';

/**
 * Prepares the choice among components of one name: those of the nearest lockfile above a source file, or of any where
 * there is none above; and of several versions there those that the product asks for itself.
 */
export function componentsNear(
  all: readonly Component[],
): (candidates: readonly Component[], file: string) => readonly Component[] {
  const projects = new Set(all.flatMap(foldersOf));
  return (candidates, file) => {
    const above = foldersAbove(file);
    for (const folder of above) {
      const inside = candidates.filter((candidate) => foldersOf(candidate).includes(folder));
      if (inside.length > 0) return askedFor(inside);
    }
    return above.some((folder) => projects.has(folder)) ? [] : askedFor(candidates);
  };
}

/** The folders of the files that lock a component; what a person entered in tureen.yaml belongs to no project of its own. */
function foldersOf({ foundAt }: Component): readonly string[] {
  const files = foundAt.map(({ file }) => file).filter((file) => file !== 'tureen.yaml');
  return files.map((file) => foldersAbove(file)[0] ?? '');
}

function askedFor(candidates: readonly Component[]): readonly Component[] {
  const direct = candidates.filter(({ relation }) => relation === 'direct');
  return direct.length > 0 ? direct : candidates;
}
