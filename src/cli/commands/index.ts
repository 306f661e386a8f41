import type { Command } from '../command.ts';
import { check } from './check.ts';
import { explain } from './explain.ts';
import { scan } from './scan.ts';
import { status } from './status.ts';
import { why } from './why.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [scan, check, status, why, explain];
