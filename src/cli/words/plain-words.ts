import type { Asked, Command, CommandEntry, CommandOption } from '../command.ts';
import { generalOptions } from './general-options.ts';

/**
 * Reads words that name a command first and hold nothing unusual, as nearly all do, without commander, which takes
 * longer to start than many a command to run. `undefined` says nothing: commander is asked.
 */
export async function readPlainWords(
  entries: readonly CommandEntry[],
  [name, ...words]: readonly string[],
): Promise<Asked | undefined> {
  const loaded = await entries.find((entry) => entry.name === name)?.load();
  if (loaded === undefined) return undefined;
  if (!('commands' in loaded)) return readWords(loaded, words);
  const command = loaded.commands.find((inner) => inner.name === words[0]);
  return command === undefined ? undefined : readWords(command, words.slice(1));
}

function readWords(command: Command, words: readonly string[]): Asked | undefined {
  const known = [...command.options, ...generalOptions].map(readFlags);
  const given = new Map<string, string | boolean | readonly string[]>();
  for (const { key, unsaid } of known) if (unsaid !== undefined) given.set(key, unsaid);
  const operands: string[] = [];
  // Commander gives an option of many values what follows it behind one that is not the command's own.
  let isUnsure = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const option = known.find(({ names }) => names.includes(word));
    if (option === undefined) {
      if (!isOperand(word) || isUnsure) return undefined;
      operands.push(word);
      continue;
    }
    const values = option.says === undefined ? valuesAt(words, at + 1, option.takesMany) : [option.says];
    const [value] = values;
    if (value === undefined || !values.every(option.accepts)) return undefined;
    if (option.says === undefined) at += values.length;
    const before = given.get(option.key);
    isUnsure ||= option.takesMany;
    const isList = option.repeatable || option.takesMany;
    given.set(option.key, isList ? [...(Array.isArray(before) ? before : []), ...values.map(String)] : value);
  }
  if (!takesSoMany(command.usage, operands.length)) return undefined;
  return { command, words: operands, options: Object.fromEntries(given) };
}

/** The values of an option: the word behind it, or all words up to the next option. */
function valuesAt(words: readonly string[], start: number, many: boolean): readonly string[] {
  if (!many) return words.slice(start, start + 1);
  const next = words.findIndex((word, at) => at > start && !isOperand(word));
  return words.slice(start, next === -1 ? undefined : next);
}

/** What an option's flags mean: `--no-color` takes away what holds unless it is said. */
function readFlags({ flags, choices, fallback, repeatable = false }: CommandOption) {
  const names = flags.split(/[, ]+/).filter((name) => name.startsWith('-'));
  const long = names.at(-1) ?? '';
  const negates = long.startsWith('--no-');
  const takesValue = /<[^>]+>$/.test(flags);
  return {
    names,
    key: long.replace(/^--(?:no-)?/, '').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
    unsaid: negates ? true : fallback,
    says: takesValue ? undefined : !negates,
    repeatable,
    takesMany: flags.endsWith('...>'),
    accepts: (value: string | boolean) =>
      typeof value === 'boolean' ? !/[<[]/.test(flags) : isOperand(value) && choices?.includes(value) !== false,
  };
}

function isOperand(word: string): boolean {
  return word === '-' || !word.startsWith('-');
}

/** Whether a command takes so many operands, by its usage such as `<before> [after]` or `[item...]`. */
function takesSoMany(usage: string | undefined, count: number): boolean {
  const operands = usage?.split(' ') ?? [];
  const least = operands.filter((operand) => operand.startsWith('<')).length;
  return count >= least && (count <= operands.length || usage?.includes('...') === true);
}
