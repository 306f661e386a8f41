import { Command as Program, CommanderError, Option } from 'commander';
import { HostError, UsageError } from '../base/errors.ts';
import { tool } from '../app/product.ts';
import type { Command, CommandGroup, ExitCode, OptionValues } from './command.ts';
import { commands } from './commands/index.ts';
import { createContext } from './create-context.ts';
import { safeText } from './safe-text.ts';

/** Runs one command line and gives its exit code; every failure that a person can mend ends in one message. */
export async function main(words: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = new Program(tool.name)
    .description(
      'Proves that the open source in a medical device is known, judged, watched, licensed, risk-traced and signed.',
    )
    .version(tool.version, '-V, --version', 'print the version')
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError(`help: See \`${tool.name} --help\`.`)
    .configureHelp({ showGlobalOptions: true });
  for (const [flags, description] of generalOptions) program.option(flags, description);
  for (const command of commands) {
    const finish = (code: ExitCode) => (exitCode = code);
    program.addCommand('commands' in command ? buildGroup(command, finish) : build(command, command.name, finish));
  }
  try {
    await program.parseAsync([...words], { from: 'user' });
    return exitCode;
  } catch (error) {
    return report(error);
  }
}

function buildGroup({ name, summary, commands }: CommandGroup, finish: (code: ExitCode) => void): Program {
  const built = begin(name, name, summary);
  for (const command of commands) built.addCommand(build(command, `${name} ${command.name}`, finish));
  return built;
}

function begin(name: string, path: string, summary: string): Program {
  return new Program(name)
    .description(summary)
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError(`help: See \`${tool.name} ${path} --help\`.`)
    .configureHelp({ showGlobalOptions: true });
}

function build(command: Command, path: string, finish: (code: ExitCode) => void): Program {
  const built = begin(command.name, path, command.summary);
  built.aliases([...(command.aliases ?? [])]);
  if (command.usage !== undefined) built.arguments(command.usage);
  for (const { flags, description, choices, fallback, repeatable } of command.options) {
    const option = new Option(flags, description);
    if (choices !== undefined) option.choices([...choices]);
    if (fallback !== undefined) option.default(fallback);
    if (repeatable === true)
      option.argParser((word: string, before: readonly string[] | undefined) => [...(before ?? []), word]);
    built.addOption(option);
  }
  built.addHelpText('after', `\nExamples:\n${command.examples.map((example) => `  ${example}`).join('\n')}`);
  built.action(async (...given: unknown[]) => {
    const options: OptionValues = built.optsWithGlobals();
    const words = given
      .slice(0, -2)
      .flat()
      .filter((word) => typeof word === 'string');
    finish(await command.run(await createContext(options), words, options));
  });
  return built;
}

/** What every command takes, before or after its name. */
const generalOptions: readonly (readonly [string, string])[] = [
  ['--json', 'print JSON'],
  ['--cwd <dir>', 'work in this folder'],
  ['--quiet', 'say nothing on stderr but errors'],
  ['--no-color', 'paint nothing; the variable NO_COLOR does the same'],
];

function report(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError || error instanceof HostError) {
    process.stderr.write(`error: ${safeText(error.message)}\nhelp: ${safeText(error.help)}\n`);
    return 2;
  }
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`error: Tureen has a fault: ${told}\nhelp: Report it with these lines and what you did.\n`);
  return 2;
}
