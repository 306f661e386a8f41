import { HostError, UsageError } from '../base/errors.ts';
import type { Asked, ExitCode } from './command.ts';
import { commands } from './commands/index.ts';
import { createContext } from './create-context.ts';
import { safeText } from './safe-text.ts';
import { fold } from './show/fold.ts';
import { lookOf } from './show/look.ts';
import { writeAside } from './standard-streams.ts';
import { readPlainWords } from './words/plain-words.ts';

/** Runs one command line and gives its exit code; every failure that a person can mend ends in one message. */
export async function main(words: readonly string[]): Promise<ExitCode> {
  try {
    const asked = await readPlainWords(commands, words);
    if (asked !== undefined) return await run(asked);
    const { runProgram } = await import('./words/program.ts');
    return await runProgram(commands, words, run);
  } catch (error) {
    return report(error);
  }
}

async function run({ command, words, options }: Asked): Promise<ExitCode> {
  return command.run(await createContext(options), words, options);
}

function report(error: unknown): ExitCode {
  if (error instanceof UsageError || error instanceof HostError) {
    writeAside(fold(`error: ${safeText(error.message)}\nhelp: ${safeText(error.help)}\n`, lookOf(2).width));
    return 2;
  }
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  writeAside(`error: Tureen has a fault: ${told}\nhelp: Report it with these lines and what you did.\n`);
  return 2;
}
