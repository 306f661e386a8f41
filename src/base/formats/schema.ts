import { config, safeParse, type $ZodIssue, type $ZodType } from 'zod/v4/core';
import en from 'zod/v4/locales/en.js';
import type { KeyPath } from '../../model/place.ts';
import { conforms } from './conforms.ts';

// `zod` does so itself; a schema of `zod/mini`, which starts in a fraction of the time, brings no words of its own.
config(en());

/** What a schema has against a value, at which key. */
export type SchemaProblem = {
  readonly keyPath: KeyPath;
  readonly message: string;
  /** The keys that the schema does not know, when that is the problem. */
  readonly unknownKeys: readonly string[];
};

/** A value that passed its schema, or what is wrong with it. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly SchemaProblem[] };

/**
 * Passes a foreign value through its schema, once, at the door. What the schema does not name is left out, or left
 * where it is: only what is named may be asked for. For a schema that is asked `seldom` no code is written, which
 * takes longer to compile than a few values take without it.
 */
export function checkSchema<T>(schema: $ZodType<T>, value: unknown, asked: 'often' | 'seldom' = 'often'): Checked<T> {
  if (conforms(schema, value)) return { ok: true, value: value as T };
  const result = safeParse(schema, value, asked === 'seldom' ? { jitless: true } : undefined);
  return result.success
    ? { ok: true, value: result.data }
    : { ok: false, problems: result.error.issues.flatMap(problems) };
}

function problems(issue: $ZodIssue): SchemaProblem[] {
  const keyPath = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  if (issue.code === 'unrecognized_keys') return [{ keyPath, message: issue.message, unknownKeys: issue.keys }];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0)
    return [{ keyPath, message: issue.message, unknownKeys: [] }];
  return closestBranch(issue.errors).flatMap((inner) => problems({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** Of a union's branches the one that got furthest is the one that was meant. */
function closestBranch(branches: readonly (readonly $ZodIssue[])[]): readonly $ZodIssue[] {
  const depth = (issues: readonly $ZodIssue[]) => issues.reduce((most, { path }) => Math.max(most, path.length), 0);
  return branches.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
}
