import type { $ZodType } from 'zod/v4/core';
import { syntaxProblem, unreadable } from '../reading.ts';
import { openedDocument, type OpenedDocument } from './opened-document.ts';
import { tomlLines } from './toml-lines.ts';
import { parseToml } from './toml.ts';

/** Opens a TOML file for a reader that can do nothing with one that fails its schema. */
export function openToml<T>(path: string, text: string, schema: $ZodType<T>): OpenedDocument<T> {
  const toml = parseToml(text);
  if ('message' in toml) return { refused: unreadable(syntaxProblem(path, toml.message, toml.at)) };
  return openedDocument(path, { value: toml.value, lineOf: tomlLines(text) }, schema);
}
