import type { z } from 'zod';
import { checkSchema, type SchemaProblem } from './schema.ts';

/** What a schema accepts of an object, and what it has against the rest; no value when a required key is wrong. */
export type Salvaged<T> = { readonly value: T | undefined; readonly problems: readonly SchemaProblem[] };

/** Passes an object through its schema key by key: a wrong optional key costs that key, not the whole object. */
export function salvage<T>(schema: z.ZodType<T>, value: unknown): Salvaged<T> {
  const whole = checkSchema(schema, value);
  if (whole.ok) return { value: whole.value, problems: [] };
  const refused = new Set(whole.problems.flatMap(({ keyPath, unknownKeys }) => keyPath[0] ?? unknownKeys));
  if (typeof value !== 'object' || value === null) return { value: undefined, problems: whole.problems };
  const rest = checkSchema(schema, Object.fromEntries(Object.entries(value).filter(([key]) => !refused.has(key))));
  return { value: rest.ok ? rest.value : undefined, problems: whole.problems };
}
