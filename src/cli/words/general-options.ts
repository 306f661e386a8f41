import type { CommandOption } from '../command.ts';

/** What every command takes, before or after its name. */
export const generalOptions: readonly CommandOption[] = [
  { flags: '--json', description: 'print JSON' },
  { flags: '--cwd <dir>', description: 'work in this folder' },
  { flags: '--quiet', description: 'say nothing on stderr but errors' },
  { flags: '--no-color', description: 'paint nothing; the variable NO_COLOR does the same' },
];
