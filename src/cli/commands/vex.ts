import type { CommandGroup } from '../command.ts';
import { vexCommands } from './vex/index.ts';

/** Gives VEX to others and takes that of others as evidence. */
export const vex: CommandGroup = {
  name: 'vex',
  summary: 'tell others which vulnerabilities matter, and take their word as evidence',
  commands: vexCommands,
};
