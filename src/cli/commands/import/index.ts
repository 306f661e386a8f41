import type { Command } from '../../command.ts';
import { risks } from './risks.ts';
import { soupList } from './soup-list.ts';
import { testResults } from './test-results.ts';

/** Every command that takes something in, in the order of the help. */
export const importCommands: readonly Command[] = [testResults, risks, soupList];
