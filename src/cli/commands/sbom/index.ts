import type { Command } from '../../command.ts';
import { convert } from './convert.ts';

/** Every command on SBOMs of anybody, in the order of the help. */
export const sbomCommands: readonly Command[] = [convert];
