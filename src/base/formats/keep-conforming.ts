import type { $ZodType } from 'zod/v4/core';
import type { KeyPath } from '../../model/place.ts';
import { checkSchema, type SchemaProblem } from './schema.ts';
import { valueAt } from './value-at.ts';

/**
 * What is left of a foreign value without the parts that its schema refuses, and without whatever cannot be without them:
 * a bad element goes and leaves its list, a bad key takes its object along only where it has to be there. `substitutes`, by
 * key path with dots, are put in the place of what has to be there. `undefined` when nothing is left.
 */
export function keepConforming<T>(
  schema: $ZodType<T>,
  value: unknown,
  problems: readonly SchemaProblem[],
  substitutes: ReadonlyMap<string, unknown> = new Map(),
): T | undefined {
  let left = value;
  let refused = problems;
  for (let round = 0; round < mostRounds; round += 1) {
    const stood = refused.filter(({ keyPath }) => substitutes.has(keyPath.join('.')));
    for (const { keyPath } of stood) left = withValueAt(left, keyPath, substitutes.get(keyPath.join('.')));
    const open = refused.filter((problem) => !stood.includes(problem));
    left = without(
      left,
      open.map(({ keyPath }) => keyPath),
    );
    if (left === undefined) return undefined;
    const checked = checkSchema(schema, left);
    if (checked.ok) return checked.value;
    refused = checked.problems;
  }
  return undefined;
}

/** Each round takes away one level at least, and schemas are not deep. */
const mostRounds = 20;

function withValueAt(value: unknown, [key, ...rest]: KeyPath, part: unknown): unknown {
  if (key === undefined) return part;
  const inner: object = typeof value === 'object' && value !== null ? value : {};
  return { ...inner, [key]: withValueAt(valueAt(inner, [key]), rest, part) };
}

function without(value: unknown, paths: readonly KeyPath[]): unknown {
  if (paths.length === 0) return value;
  if (typeof value !== 'object' || value === null || paths.some((path) => path.length === 0)) return undefined;
  const byKey = Map.groupBy(paths, ([key]) => String(key));
  const inside = (part: unknown, key: string) =>
    without(
      part,
      (byKey.get(key) ?? []).map((path) => path.slice(1)),
    );
  if (Array.isArray(value))
    return value.flatMap((element: unknown, index) => {
      const left = inside(element, String(index));
      return left === undefined ? [] : [left];
    });
  if ([...byKey.keys()].some((key) => !Object.hasOwn(value, key))) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]: [string, unknown]) => {
      const left = inside(part, key);
      return left === undefined ? [] : [[key, left] as const];
    }),
  );
}
