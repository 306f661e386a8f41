import type { $ZodType } from 'zod/v4/core';
import { keepConforming } from '../base/formats/keep-conforming.ts';
import { checkSchema } from '../base/formats/schema.ts';
import type { ListRecord } from '../model/plugs/feed.ts';
import { flawOf } from './flaw-of.ts';

/** What can be read of a part of an answer, and the first thing that its schema has against it. */
export type ReadPart<T> = { readonly value: T | undefined; readonly flaw?: string };

/** Reads a part of an answer; of one that fails its schema, what is left without what does. */
export function readFlawed<T>(schema: $ZodType<T>, part: unknown): ReadPart<T> {
  const checked = checkSchema(schema, part);
  if (checked.ok) return { value: checked.value };
  const flaw = checked.problems[0] === undefined ? 'it is no entry' : flawOf(checked.problems[0]);
  return { value: keepConforming(schema, part, checked.problems), flaw };
}

/** How an entry that fails its schema is told. */
export function unreadableEntry(name: string, { value, flaw = '' }: ReadPart<unknown>): ListRecord {
  return { kind: 'unreadable', name, reason: flaw, ...(value !== undefined && { kept: true }) };
}
