import type { OptionValues } from './command.ts';

/** The text that an option was given; `undefined` when it was not. */
export function textOption(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The words that a repeatable option was given; empty when it was not. */
export function listOption(options: OptionValues, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
}
