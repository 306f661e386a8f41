import type { $ZodType } from 'zod/v4/core';
import type { Reading } from '../../model/plugs/reader.ts';
import { shapeProblems, unreadable } from '../reading.ts';
import type { LocatedValue } from './located-value.ts';
import { checkSchema } from './schema.ts';

/** A file that passed its schema, with the lines of its keys; or the reading of nothing that tells why it did not. */
export type OpenedDocument<T> = (LocatedValue & { readonly value: T }) | { readonly refused: Reading };

/** Passes what was read from a file through the schema of a reader that can do nothing without it. */
export function openedDocument<T>(
  path: string,
  { value, lineOf }: LocatedValue,
  schema: $ZodType<T>,
): OpenedDocument<T> {
  const checked = checkSchema(schema, value);
  return checked.ok
    ? { value: checked.value, lineOf }
    : { refused: unreadable(...shapeProblems(path, checked.problems, lineOf)) };
}
