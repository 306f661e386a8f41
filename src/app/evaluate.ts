import { daysBetween } from '../base/day.ts';
import { HostError } from '../base/errors.ts';
import { evaluate as match, packagesToAsk } from '../dossier/evaluate.ts';
import { usualMaximumAgeDays } from '../dossier/state-of-evaluation.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Evaluation } from '../model/evaluation.ts';
import type { AdvisoryStore, Host } from './host.ts';
import { scan } from './scan.ts';
import { today } from './today.ts';

/** An evaluation, and where it was frozen. */
export type Evaluated = {
  readonly evaluation: Evaluation;
  /** Days since the data was fetched. */
  readonly ageDays: number;
  /** The file that was written; `undefined` where no `tureen.yaml` makes the folder a device's repository. */
  readonly written: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

const lockFile = 'soup/anomalies.lock.json';

/**
 * Matches what is in the host's folder with the advisories of the store and freezes the findings. Throws `HostError` for
 * a store that is empty or too old: it would find nothing, and that would look like good news.
 */
export async function evaluate(host: Host, storePath: string): Promise<Evaluated> {
  const { inventory, device, diagnostics } = await scan(host);
  const store = await host.stores.open(storePath);
  try {
    const day = today(host);
    const content = filled(store);
    const maximum = device?.advisories.maximumAgeDays ?? usualMaximumAgeDays;
    const ageDays = daysBetween(content.fetched.slice(0, 10), day);
    if (ageDays > maximum) throw tooOld(ageDays, maximum);
    const evaluation = match(inventory.components, store.candidates(packagesToAsk(inventory.components)), content, day);
    if (device !== undefined) await host.files.write(lockFile, `${JSON.stringify(evaluation, undefined, 2)}\n`);
    return {
      evaluation,
      ageDays,
      written: device === undefined ? undefined : lockFile,
      diagnostics: [...diagnostics, ...staleRecords(evaluation, day, maximum)],
    };
  } finally {
    store.close();
  }
}

function filled(store: AdvisoryStore): Evaluation['data'] {
  const content = store.content();
  if (content.kind === 'filled') return content;
  throw new HostError(
    `the advisory store is empty: ${store.path}`,
    'Fill it with `tureen sync --from <folder or address>`; an empty store would find nothing, whatever is wrong.',
  );
}

function tooOld(ageDays: number, maximum: number): HostError {
  return new HostError(
    `the advisory data was fetched ${ageDays} days ago, more than the ${maximum} that are allowed`,
    'Run `tureen sync` again, or change advisories.maximumAgeDays in tureen.yaml.',
  );
}

/** A mirror that has stopped is fetched today and still old. */
function staleRecords({ data }: Evaluation, day: string, maximum: number): Diagnostic[] {
  const age = daysBetween(data.newest.slice(0, 10), day);
  if (!(age > maximum)) return [];
  return [
    {
      rule: 'evaluate/old-records',
      severity: 'warning',
      message: `the newest advisory of the store was changed on ${data.newest.slice(0, 10)}, ${age} days ago`,
      place: { file: lockFile },
      help: 'Check that the source is still kept up; a mirror that has stopped knows nothing new.',
    },
  ];
}
