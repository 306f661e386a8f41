import type { Command } from '../../command.ts';
import { check } from './check.ts';
import { convert } from './convert.ts';

/** Every command on SBOMs of anybody, in the order of the help. */
export const sbomCommands: readonly Command[] = [check, convert];
