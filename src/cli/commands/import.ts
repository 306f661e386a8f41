import type { CommandGroup } from '../command.ts';
import { importCommands } from './import/index.ts';

/** Takes in what other tools and files hold. */
export const importGroup: CommandGroup = {
  name: 'import',
  summary: 'take in what other tools hold: results of tests, the risk file, a SOUP list',
  commands: importCommands,
};
