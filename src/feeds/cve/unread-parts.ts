import type { SchemaProblem } from '../../base/formats/schema.ts';
import { valueAt } from '../../base/formats/value-at.ts';
import { flawOf } from '../flaw-of.ts';
import type { KeyPath } from '../../model/place.ts';

/** A part of a record that its schema refuses, by what leads to it, and the first thing that is wrong with it. */
export type UnreadPart = { readonly keyPath: KeyPath; readonly part: unknown; readonly flaw: string };

/**
 * The parts of a record that speak of products in a form that its schema refuses. The problems lead to these parts as a
 * whole then, so that taking away what is wrong takes away all of each.
 */
export function unreadParts(
  record: unknown,
  problems: readonly SchemaProblem[],
  isPart: (keyPath: KeyPath) => boolean,
): { readonly parts: readonly UnreadPart[]; readonly problems: readonly SchemaProblem[] } {
  const parts = new Map<string, UnreadPart>();
  const led = problems.map((problem) => {
    const length = problem.keyPath.findIndex((_, index) => isPart(problem.keyPath.slice(0, index + 1))) + 1;
    if (length === 0) return problem;
    const keyPath = problem.keyPath.slice(0, length);
    const name = keyPath.join('.');
    if (!parts.has(name)) parts.set(name, { keyPath, part: valueAt(record, keyPath), flaw: flawOf(problem) });
    return { ...problem, keyPath };
  });
  return { parts: [...parts.values()], problems: led };
}
