import type { $ZodType } from 'zod/v4/core';
import { openToml } from '../../../base/formats/open-toml.ts';
import type { OpenedDocument } from '../../../base/formats/opened-document.ts';
import { syntaxProblem, unreadable } from '../../../base/reading.ts';

/** Opens a lockfile in TOML; an empty one, which is TOML, is none that a package manager wrote. */
export function openLock<T>(path: string, text: string, schema: $ZodType<T>): OpenedDocument<T> {
  return text.trim() === ''
    ? { refused: unreadable(syntaxProblem(path, 'the file is empty', { line: 1 })) }
    : openToml(path, text, schema);
}
