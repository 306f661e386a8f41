import type { Command, CommandGroup } from '../command.ts';
import { check } from './check.ts';
import { diff } from './diff.ts';
import { draft } from './draft.ts';
import { evaluate } from './evaluate.ts';
import { explain } from './explain.ts';
import { init } from './init.ts';
import { report } from './report.ts';
import { sbom } from './sbom.ts';
import { scan } from './scan.ts';
import { status } from './status.ts';
import { sync } from './sync.ts';
import { triage } from './triage.ts';
import { vex } from './vex.ts';
import { why } from './why.ts';

/** Every command, in the order of the help. */
export const commands: readonly (Command | CommandGroup)[] = [
  init,
  scan,
  draft,
  sync,
  evaluate,
  triage,
  check,
  status,
  why,
  explain,
  diff,
  report,
  sbom,
  vex,
];
