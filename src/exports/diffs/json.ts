import type { DiffExport } from '../../model/plugs/diff-export.ts';
import type { ComponentChange } from '../../model/inventory/inventory-diff.ts';

/** Writes a difference for scripts; what a state does not tell is an empty list. */
export const json: DiffExport = {
  name: 'json',
  title: 'JSON',
  write: (changes, { before, after }) =>
    `${JSON.stringify({ before, after, changes: changes.map(row) }, undefined, 2)}\n`,
};

function row(change: ComponentChange) {
  if (change.kind === 'added') return { kind: 'added', purl: change.after.purl, scope: change.after.scope };
  if (change.kind === 'removed') return { kind: 'removed', purl: change.before.purl, scope: change.before.scope };
  const { before, after, facts, step } = change;
  return { kind: 'changed', before: before.purl, purl: after.purl, ...(step !== undefined && { step }), facts };
}
