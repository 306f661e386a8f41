import type { z } from 'zod';
import { parseJson } from '../base/formats/json/json.ts';
import { checkSchema } from '../base/formats/schema.ts';
import type { RegistryReading } from '../model/plugs/registry.ts';

/** An answer that passed its schema, or why it is none. */
export type JsonAnswer<T> =
  | { readonly kind: 'value'; readonly value: T }
  | Extract<RegistryReading, { kind: 'damaged' }>;

/** Reads an answer in JSON through its schema, once. */
export function jsonAnswer<T>(schema: z.ZodType<T>, text: string): JsonAnswer<T> {
  const json = parseJson(text);
  if ('message' in json) {
    const reason = /^\s*<(?:!doctype|html)/i.test(text)
      ? 'it answers with a web page'
      : `it is no JSON: ${json.message}`;
    return { kind: 'damaged', reason };
  }
  const checked = checkSchema(schema, json.value);
  if (checked.ok) return { kind: 'value', value: checked.value };
  const [problem] = checked.problems;
  return {
    kind: 'damaged',
    reason: `${problem?.keyPath.join('.') || 'its top level'}: ${problem?.message ?? 'is not as expected'}`,
  };
}
