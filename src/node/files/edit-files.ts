import { readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FileEdit } from '../../app/host.ts';
import { compareText } from '../../base/compare.ts';
import { HostError, UsageError } from '../../base/errors.ts';
import { holdFolder } from './hold-folder.ts';
import { realTarget } from './inside-path.ts';
import { codeOf, reasonOf } from './system-error.ts';
import { makeBeside, removeQuietly, writeInto } from './write-file.ts';

/** An edit, and where on the disk its file lies. */
export type PlacedEdit = FileEdit & { readonly full: string };

/**
 * Writes several files beside their places and then renames them, in this order: where there is no room for one, none is
 * written. Nobody else who edits so comes between the look at what a file holds and its renaming. Follows links. Throws
 * `HostError`, and `UsageError` where a file does not hold any more what it held before.
 */
export function editFiles(edits: readonly PlacedEdit[]): void {
  const targets = edits.map(({ full }) => realTarget(full) ?? full);
  const placed: string[] = [];
  const held: (() => void)[] = [];
  try {
    for (const [index, { full, text }] of edits.entries())
      guarded(full, () => {
        const beside = makeBeside(targets[index] ?? full, index);
        placed.push(beside);
        writeInto(beside, text, true);
      });
    for (const folder of new Set(targets.map((target) => dirname(target)).toSorted(compareText)))
      held.push(holdFolder(folder));
    for (const edit of edits) guarded(edit.full, () => refuseChanged(edit));
    for (const [index, { full }] of edits.entries())
      guarded(full, () => renameSync(placed[index] ?? full, targets[index] ?? full));
  } finally {
    for (const release of held) release();
    for (const beside of placed) removeQuietly(beside);
  }
}

/** Who has a file open in an editor, or judges at the same time, must not lose what was saved in between. */
function refuseChanged({ path, full, before }: PlacedEdit): void {
  const isThere = statSync(full, { throwIfNoEntry: false }) !== undefined;
  const now = isThere ? readFileSync(full) : undefined;
  if (now === undefined ? before === undefined : before !== undefined && now.equals(before)) return;
  throw new UsageError(
    `somebody has changed ${path} meanwhile`,
    'Nothing was written; look at what stands there now, and do it again.',
  );
}

function guarded(full: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    throw new HostError(
      `"${full}" cannot be written: ${reasonOf(error)}`,
      'What stood there is untouched; make room, or give this user the right to write, and do it again.',
      error,
    );
  }
}
