import type { CommandGroup } from '../command.ts';
import { exportCommands } from './export/index.ts';

/** Gives what the records hold to other tools. */
export const exportGroup: CommandGroup = {
  name: 'export',
  summary: 'give what the records hold to other tools: the risks that SOUP touches',
  commands: exportCommands,
};
