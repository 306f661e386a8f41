import { parse, TomlError } from 'smol-toml';
import { outlandish } from './outlandish.ts';

/** A TOML text that was read, or why it is none, or none that a real file holds, and where. */
export type ParsedToml =
  | { readonly value: unknown }
  | { readonly message: string; readonly at: { readonly line: number; readonly column: number } };

/** Reads TOML 1.0. */
export function parseToml(text: string): ParsedToml {
  try {
    const value = parse(text);
    const refused = outlandish(value, text);
    return refused === undefined ? { value } : { message: refused, at: { line: 1, column: 1 } };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const message = error.message.split('\n')[0]?.replace('Invalid TOML document: ', '') ?? error.message;
    return { message, at: { line: error.line, column: error.column } };
  }
}
