import type { Command, CommandGroup } from '../command.ts';
import { anomalies } from './anomalies.ts';
import { approve } from './approve.ts';
import { check } from './check.ts';
import { cpe } from './cpe.ts';
import { coverage } from './coverage.ts';
import { diff } from './diff.ts';
import { draft } from './draft.ts';
import { evaluate } from './evaluate.ts';
import { explain } from './explain.ts';
import { exportGroup } from './export.ts';
import { importGroup } from './import.ts';
import { init } from './init.ts';
import { licence } from './licence.ts';
import { release } from './release.ts';
import { report } from './report.ts';
import { sbom } from './sbom.ts';
import { scan } from './scan.ts';
import { status } from './status.ts';
import { sync } from './sync.ts';
import { trace } from './trace.ts';
import { triage } from './triage.ts';
import { vex } from './vex.ts';
import { watch } from './watch.ts';
import { why } from './why.ts';

/** Every command, in the order of the help. */
export const commands: readonly (Command | CommandGroup)[] = [
  init,
  scan,
  draft,
  sync,
  cpe,
  evaluate,
  triage,
  approve,
  anomalies,
  coverage,
  check,
  status,
  why,
  trace,
  licence,
  explain,
  diff,
  release,
  watch,
  report,
  importGroup,
  exportGroup,
  sbom,
  vex,
];
