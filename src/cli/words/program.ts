import { Command as Program, CommanderError, Option } from 'commander';
import { tool } from '../../app/product.ts';
import {
  tasks,
  type Asked,
  type Command,
  type CommandEntry,
  type CommandGroup,
  type ExitCode,
  type OptionValues,
} from '../command.ts';
import { complain } from './complain.ts';
import { foldExample } from './fold-example.ts';
import { generalOptions } from './general-options.ts';
import { refuseVersionValue } from './refuse-version-value.ts';

/** Reads any words with commander, which also writes the help and words the complaints; gives the exit code. */
export async function runProgram(
  entries: readonly CommandEntry[],
  words: readonly string[],
  run: (asked: Asked) => Promise<ExitCode>,
): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const finish = async (asked: Asked) => void (exitCode = await run(asked));
  const program = begin(new Program(tool.name), tool.name)
    .description(
      'Proves that the open source in a medical device is known, judged, watched, licensed, risk-traced and approved by named people.',
    )
    .version(tool.version, '-V, --version', 'print the version');
  program
    .commandsGroup(tasks.begin)
    .helpCommand('help [command]', 'display help for command')
    .addHelpText('after', firstSteps);
  for (const { flags, description } of generalOptions) program.option(flags, description);
  const loaded = await Promise.all(entries.map(async ({ task, load }) => ({ task, command: await load() })));
  refuseVersionValue(
    loaded.map(({ command }) => command),
    words,
  );
  for (const { task, command } of loaded) {
    const built = 'commands' in command ? buildGroup(command, finish) : build(command, command.name, finish);
    program.addCommand(built.helpGroup(tasks[task]));
  }
  try {
    await program.parseAsync(isKnownHelp(words, program.commands) ? [...words] : words.slice(1), { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

/** Of `help chek` commander says nothing; of `chek` it says which command is near. */
function isKnownHelp([help, name]: readonly string[], commands: readonly Program[]): boolean {
  if (help !== 'help' || name === undefined || name === 'help') return true;
  return commands.some((command) => [command.name(), ...command.aliases()].includes(name));
}

/** What a newcomer does first; the list of commands does not tell. */
const firstSteps = `
Begin in the folder of your product:
  tureen init      writes tureen.yaml: the device, its software items, people
  tureen scan      shows what was found, and what was not understood
  tureen draft     proposes records for what nobody has judged yet
  tureen check     tells what is missing: file, line, clause, what to do
  tureen status    answers the eight questions, and tells what to do next

\`tureen <command> --help\` tells more, with examples.`;

type Finish = (asked: Asked) => Promise<void>;

function buildGroup({ name, summary, commands }: CommandGroup, finish: Finish): Program {
  const built = begin(new Program(name), `${tool.name} ${name}`).description(summary);
  for (const command of commands) built.addCommand(build(command, `${name} ${command.name}`, finish));
  return built;
}

function begin(program: Program, path: string, example?: string): Program {
  return program
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({ outputError: (text, write) => write(complain(text, path, example)) })
    .configureHelp({ showGlobalOptions: true, optionDescription: describeOption, subcommandTerm });
}

/** A command in the list of all of them: its name alone, so that a narrow terminal has room for what it does. */
function subcommandTerm(command: Program): string {
  return [command.name(), ...command.aliases()].join('|');
}

/** What an option does, with the words that it takes and that its description does not name, and what holds without it. */
function describeOption({ description, argChoices = [], defaultValue }: Option): string {
  const named = new Set(description.match(/[\w-]+/g));
  const notes = [
    ...(argChoices.every((word) => named.has(word)) ? [] : [argChoices.join(', ')]),
    ...(typeof defaultValue === 'string' ? [`default: ${defaultValue}`] : []),
  ];
  return notes.length === 0 ? description : `${description} (${notes.join('; ')})`;
}

function build(command: Command, path: string, finish: Finish): Program {
  const built = begin(new Program(command.name), `${tool.name} ${path}`, command.examples[0]).description(
    command.summary,
  );
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
  built.addHelpText('after', `\nExamples:\n${command.examples.map(foldExample).join('\n')}`);
  built.action(async (...given: unknown[]) => {
    const options: OptionValues = built.optsWithGlobals();
    const words = given
      .slice(0, -2)
      .flat()
      .filter((word) => typeof word === 'string');
    await finish({ command, words, options });
  });
  return built;
}
