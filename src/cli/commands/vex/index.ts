import type { Command } from '../../command.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { list } from './list.ts';
import { sync } from './sync.ts';

/** Every command on VEX, in the order of the help. */
export const vexCommands: readonly Command[] = [exportCommand, importCommand, sync, list];
