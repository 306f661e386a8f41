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
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const option = known.find(({ names }) => names.includes(word));
    if (option === undefined) {
      if (!isOperand(word)) return undefined;
      operands.push(word);
      continue;
    }
    const value = option.says ?? words[++at];
    if (value === undefined || !option.accepts(value)) return undefined;
    const before = given.get(option.key);
    given.set(option.key, option.repeatable ? [...(Array.isArray(before) ? before : []), String(value)] : value);
  }
  if (!takesSoMany(command.usage, operands.length)) return undefined;
  return { command, words: operands, options: Object.fromEntries(given) };
}

/** What an option's flags mean: `--no-color` takes away what holds unless it is said. */
function readFlags({ flags, choices, fallback, repeatable = false }: CommandOption) {
  const names = flags.split(/[, ]+/).filter((name) => name.startsWith('-'));
  const long = names.at(-1) ?? '';
  const negates = long.startsWith('--no-');
  const takesValue = /<[^.]+>$/.test(flags);
  return {
    names,
    key: long.replace(/^--(?:no-)?/, '').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
    unsaid: negates ? true : fallback,
    says: takesValue ? undefined : !negates,
    repeatable,
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
