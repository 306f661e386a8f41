import { globs } from '../../../base/paths/glob.ts';
import { entryProblem } from '../../../base/reading.ts';
import type { Reading } from '../../../model/plugs/reader.ts';
import { gradleLockfiles } from './gradle-lockfiles.ts';
import { foldersAbove } from '../../../base/paths/folders-above.ts';

/** Whether a path is a lockfile of Gradle. */
export const isGradleLockfile = globs(gradleLockfiles);

/**
 * A lockfile of the build that a file in its folder `gradle` belongs to, if it locks anything. What is locked of build
 * scripts alone says nothing of the product.
 */
export function lockfileOfBuild(path: string, tree: readonly string[]): readonly string[] {
  const [, root = ''] = foldersAbove(path);
  return tree
    .filter((candidate) => candidate.startsWith(root) && candidate.endsWith('.lockfile'))
    .filter((candidate) => isGradleLockfile(candidate) && !isOfScripts(candidate.slice(root.length)))
    .slice(0, 1);
}

function isOfScripts(path: string): boolean {
  return /(?:^|\/)(?:buildSrc\/|(?:buildscript|settings)-[^/]*$)/.test(path);
}

/** Where the checksums of a build lie, seen from one of its lockfiles: the nearest counts. */
export function verificationPaths(path: string): readonly string[] {
  return foldersAbove(path).map((folder) => `${folder}gradle/verification-metadata.xml`);
}

/** The reading of a file that knows less than the lockfiles of its build: it says so, and leaves the components to them. */
export function leftToLockfiles(path: string): Reading {
  const message = `${path} gives no components, for the lockfiles of this build tell what it came to`;
  const note = entryProblem({ file: path }, message, 'Nothing is to be done; the lockfiles are read for themselves.');
  return { components: [], graph: 'none', diagnostics: [{ ...note, severity: 'note' }] };
}
