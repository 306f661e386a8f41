import type { Command } from '../../command.ts';
import { risks } from './risks.ts';

/** Every command that gives something to other tools, in the order of the help. */
export const exportCommands: readonly Command[] = [risks];
