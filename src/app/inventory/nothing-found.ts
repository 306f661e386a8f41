import { outerFile } from '../../base/paths/outer-file.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Taken } from './untaken-files.ts';

/** An image in which nothing was found: whatever it holds, nobody has accounted for it. */
export function nothingInImage(mounts: readonly string[], components: readonly Component[]): Diagnostic[] {
  if (mounts.length === 0) return [];
  const found = new Set(components.flatMap(({ foundAt }) => foundAt.map(({ file }) => mountOf(file))));
  return mounts
    .filter((mount) => !found.has(mount))
    .map((mount) => ({
      rule: 'reading/empty',
      severity: 'error',
      message: `no components were found in ${mount.replace(/!\/$/, '')}: it holds no package database and no installed package that Tureen knows`,
      place: { file: outerFile(mount) },
      help: 'Enter what the image holds in tureen.yaml, or list it under `ignore` there when it is no part of the product.',
    }));
}

function mountOf(file: string): string {
  return file.slice(0, file.lastIndexOf('!/') + 2);
}

/** Lockfiles that were understood and hold nothing, which is either true or the sign of a broken build. */
export function nothingInLock(taken: readonly Taken[]): Diagnostic[] {
  return taken
    .filter(
      ({ row, reading }) =>
        row.status === 'read' &&
        row.reader !== 'hand-entered' &&
        reading.components.length === 0 &&
        reading.diagnostics.length === 0,
    )
    .map(({ row }) => ({
      rule: 'reading/empty',
      severity: 'note',
      message: `${row.path} holds no component`,
      place: { file: row.path },
      help: 'Nothing is to be done if the project needs no package; otherwise let the package manager write the file anew.',
    }));
}
