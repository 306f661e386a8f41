import { sealedInPieces } from '../../base/anomalies/hash-evaluation.ts';
import { usualMaximumAgeDays } from '../../dossier/evaluation/state-of-evaluation.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Evaluation } from '../../model/anomalies/evaluation.ts';
import { absentData } from '../../base/anomalies/absent-data.ts';
import { doubtAge } from './doubt-age.ts';
import { loadMappings } from './find-mapped.ts';
import { matchComponents } from './match-components.ts';
import { openFreshStore } from './open-fresh-store.ts';
import type { Host } from '../host.ts';
import { scan } from '../scan.ts';
import { today } from '../today.ts';

/** An evaluation, and where it was frozen. */
export type Evaluated = {
  readonly evaluation: Evaluation;
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
    return {
      evaluation,
      ageDays,
      written: device === undefined ? undefined : lockFile,
      complete: complete && doubts.length === 0,
      diagnostics: [...diagnostics, ...doubts, ...doubtAge(evaluation, ageDays, maximum, lockFile)],
    };
  } finally {
    opened.store.close();
  }
}
