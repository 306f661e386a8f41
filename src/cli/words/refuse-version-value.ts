import { tool } from '../../app/product.ts';
import { quote } from '../../base/quote.ts';
import { UsageError } from '../../base/errors.ts';
import type { Command, CommandGroup } from '../command.ts';

/**
 * Throws `UsageError` where `--version` behind a command has a value, which commander would pass over: whoever writes it means a
 * version of the own product.
 */
export function refuseVersionValue(all: readonly (Command | CommandGroup)[], words: readonly string[]): void {
  const named = all.find(({ name }) => name === words[0]);
  if (named === undefined) return;
  const inner = 'commands' in named ? named.commands.find(({ name }) => name === words[1]) : named;
  if (inner === undefined) return;
  const path = [tool.name, named.name, ...(inner === named ? [] : [inner.name])].join(' ');
  const value = valueOfVersion(words);
  if (value === undefined) return;
  throw new UsageError(
    `--version takes no value, and ${quote(value)} is one: it prints the version of Tureen`,
    `${remedy(inner, value, path)} \`tureen --version\` prints that of Tureen.`,
  );
}

function valueOfVersion(words: readonly string[]): string | undefined {
  const end = words.indexOf('--');
  const before = end === -1 ? words : words.slice(0, end);
  const at = before.findIndex((word) => word === '--version' || word === '-V');
  const joined = before.find((word) => word.startsWith('--version='))?.slice('--version='.length);
  const next = at === -1 ? undefined : before[at + 1];
  return joined ?? (next?.startsWith('-') === true ? undefined : next);
}

function remedy({ options, usage = '', examples }: Command, value: string, path: string): string {
  const option = options.find(({ flags }) => /-version <|<version/.test(flags));
  const name = option?.flags.split(/[ ,]+/).findLast((word) => word.startsWith('--'));
  if (option !== undefined && name !== undefined) return `Write ${name} ${value}: ${option.description}.`;
  if (usage.includes('<version>')) return `Write it without --version, as in \`${examples[0]}\`.`;
  return `Leave it out; \`${path} --help\` tells what there is.`;
}
