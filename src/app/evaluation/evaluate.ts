import { sealedInPieces } from '../../base/anomalies/hash-evaluation.ts';
import { usualMaximumAgeDays } from '../../dossier/evaluation/state-of-evaluation.ts';
import { isWaiting } from '../../base/anomalies/is-waiting.ts';
import { joinVerdicts, type Joined, type UsedComponent } from '../../dossier/join-verdicts.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Evaluation } from '../../model/anomalies/evaluation.ts';
import type { Verdicts } from '../../model/anomalies/verdict.ts';
import type { Filed } from '../../model/filed.ts';
import { loadRecords } from '../../records/load.ts';
import { absentData } from '../../base/anomalies/absent-data.ts';
import { doubtAge } from './doubt-age.ts';
import { loadMappings } from './find-mapped.ts';
import { matchComponents } from './match-components.ts';
import { openFreshStore } from './open-fresh-store.ts';
import type { Host } from '../host.ts';
import { scan } from '../scan.ts';
import { today } from '../today.ts';
import { readVerdictFiles } from '../verdicts/verdict-files.ts';

/** A finding with where it stands, and the component that it is about. */
export type EvaluatedFinding = Joined<UsedComponent>['findings'][number];

/** An evaluation, what of it waits for a person, and where it was frozen. */
export type Evaluated = {
  readonly evaluation: Evaluation;
  /** The findings that no verdict holds for, in the order of the evaluation. */
  readonly waiting: readonly EvaluatedFinding[];
  /** Days since the data was fetched. */
  readonly ageDays: number;
  /** The file that was written; `undefined` where no usable `tureen.yaml` makes the folder a device's repository. */
  readonly written: string | undefined;
  /** False when the inventory is: components that nobody could read were not matched. */
  readonly complete: boolean;
  readonly diagnostics: readonly Diagnostic[];
};

const lockFile = 'soup/anomalies.lock.json';

/**
 * Matches what is in the host's folder with the advisories of the store and freezes the findings. Throws `HostError` for
 * a store that is empty or too old: it would find nothing, and that would look like good news.
 */
export async function evaluate(host: Host, storePath: string): Promise<Evaluated> {
  const { inventory, device, complete, diagnostics } = await scan(host);
  const day = today(host);
  const maximum = device?.advisories.maximumAgeDays ?? usualMaximumAgeDays;
  const opened = await openFreshStore(host, storePath, maximum);
  try {
    const { ageDays } = opened;
    const { mappings, faults } = await loadMappings(host);
    const evaluation = matchComponents(opened, inventory.components, mappings, day);
    const doubts = [...absentData(evaluation, device, lockFile), ...faults];
    if (device !== undefined) await host.files.write(lockFile, sealedInPieces(evaluation));
    const { verdicts, diagnostics: unread } =
      device === undefined ? noVerdicts : loadRecords(await readVerdictFiles(host));
    return {
      evaluation,
      waiting: waitingFor(evaluation, inventory.components, verdicts),
      ageDays,
      written: device === undefined ? undefined : lockFile,
      complete: complete && doubts.length === 0,
      diagnostics: [...diagnostics, ...doubts, ...unread, ...doubtAge(evaluation, ageDays, maximum, lockFile)],
    };
  } finally {
    opened.store.close();
  }
}

const noVerdicts = { verdicts: [], diagnostics: [] };

function waitingFor(
  { findings, evaluated }: Evaluation,
  components: readonly Component[],
  verdicts: readonly Filed<Verdicts>[],
): readonly EvaluatedFinding[] {
  const open = findings.filter(({ result }) => result !== 'not-affected');
  const found = new Set(open.map(({ component }) => component));
  const entries = components
    .filter(({ purl }) => found.has(purl))
    .map((component) => ({ component, use: { scope: component.scope, ...asScanned } }));
  return joinVerdicts({ findings: open, verdicts, entries, today: evaluated }).findings.filter(isWaiting);
}

/** What a person decided on the use of a component stands in its scope. */
const asScanned = { decidedBy: 'files', reason: 'as it was scanned' } as const;
