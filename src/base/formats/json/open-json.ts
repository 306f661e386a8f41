import type { $ZodType } from 'zod/v4/core';
import { syntaxProblem, unreadable } from '../../reading.ts';
import { openedDocument, type OpenedDocument } from '../opened-document.ts';
import { parseJson } from './json.ts';

/** Opens a JSON file for a reader that can do nothing with one that fails its schema. */
export function openJson<T>(path: string, text: string, schema: $ZodType<T>): OpenedDocument<T> {
  const json = parseJson(text);
  if ('message' in json) return { refused: unreadable(syntaxProblem(path, json.message, json.at)) };
  return openedDocument(path, json, schema);
}
