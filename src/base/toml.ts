import { parse, TomlError } from 'smol-toml';

/** A TOML text that was read, or why it is none and where. */
export type ParsedToml =
  | { readonly value: unknown }
  | { readonly message: string; readonly at: { readonly line: number; readonly column: number } };

/** Reads TOML 1.0. */
export function parseToml(text: string): ParsedToml {
  try {
    return { value: parse(text) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const message = error.message.split('\n')[0]?.replace('Invalid TOML document: ', '') ?? error.message;
    return { message, at: { line: error.line, column: error.column } };
  }
}
