import { counted } from '../../base/counted.ts';
import { daysBetween } from '../../base/day.ts';
import { HostError } from '../../base/errors.ts';
import { evaluate as match, packagesToAsk } from '../../dossier/evaluation/evaluate.ts';
import { enquire, enrich } from '../../dossier/evaluation/enrich.ts';
import { usualMaximumAgeDays } from '../../dossier/evaluation/state-of-evaluation.ts';
import type { Device } from '../../model/records/device.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Evaluation } from '../../model/anomalies/evaluation.ts';
import { absentDatabases } from './absent-databases.ts';
import { findMapped, loadMappings, withCves } from './find-mapped.ts';
import type { AdvisoryStore, Host } from '../host.ts';
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
  const store = await host.stores.open(storePath);
  try {
    const day = today(host);
    const content = filled(store);
    const maximum = device?.advisories.maximumAgeDays ?? usualMaximumAgeDays;
    const ageDays = daysBetween(content.fetched.slice(0, 10), day);
    if (ageDays > maximum) throw tooOld(ageDays, maximum);
    const { components } = inventory;
    const candidates = store.candidates(packagesToAsk(components));
    const { mappings, faults } = await loadMappings(host);
    const mapped = findMapped(store, mappings);
    const matched = match(components, candidates, content, day, mapped);
    const enquiry = enquire(matched, components, candidates);
    const known = enrich(matched, components, enquiry, store.facts(enquiry.ids, enquiry.packages));
    const evaluation = withCves(known, enquiry, store);
    const doubts = [
      ...absentEcosystems(evaluation),
      ...otherSources(evaluation, device),
      ...absentLists(evaluation, device),
      ...absentDatabases(evaluation, device),
      ...faults,
    ];
    if (device !== undefined) await host.files.write(lockFile, `${JSON.stringify(evaluation, undefined, 2)}\n`);
    return {
      evaluation,
      ageDays,
      written: device === undefined ? undefined : lockFile,
      complete: complete && doubts.length === 0,
      diagnostics: [...diagnostics, ...doubts, ...staleRecords(evaluation, day, maximum), ...laterData(ageDays)],
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
    `the advisory data was fetched ${counted(ageDays, 'day')} ago, more than the ${maximum} that are allowed`,
    'Run `tureen sync` again, or change advisories.maximumAgeDays in tureen.yaml.',
  );
}

/** A clock that goes wrong makes old data look fresh. */
function laterData(ageDays: number): Diagnostic[] {
  if (ageDays >= 0) return [];
  return [
    {
      rule: 'evaluate/later-data',
      severity: 'warning',
      message: `the advisory data was fetched ${counted(-ageDays, 'day')} after the day of this evaluation`,
      place: { file: lockFile },
      help: 'Check the clock of this machine and SOURCE_DATE_EPOCH; the age of the data cannot be told.',
    },
  ];
}

/** What the store holds nothing about was not looked up, and “no findings” would say that it was. */
function absentEcosystems({ uncovered }: Evaluation): Diagnostic[] {
  const absent = Map.groupBy(
    uncovered.filter(({ reason }) => reason.startsWith('the store holds no records for ')),
    ({ reason }) => reason,
  );
  return [...absent].map(([reason, components]) => ({
    rule: 'evaluate/absent-ecosystem',
    severity: 'error',
    message: `${reason}: ${counted(components.length, 'component was', 'components were')} not looked up`,
    place: { file: lockFile },
    help: 'Run `tureen sync` with a source that has them; until then nothing is known of them.',
  }));
}

/** One store may serve several devices: this one is judged by the sources that it names. */
function otherSources({ data }: Evaluation, device: Device | undefined): Diagnostic[] {
  const named = device?.advisories.sources ?? [];
  const filledFrom = new Set(data.sources.map(({ from }) => from));
  if (named.every((source) => filledFrom.has(source))) return [];
  return [
    {
      rule: 'evaluate/other-sources',
      severity: 'error',
      message: `the store was filled from ${[...filledFrom].join(', ')}; this device names ${named.join(', ')}`,
      place: { file: 'tureen.yaml', keyPath: ['advisories', 'sources'] },
      help: 'Run `tureen sync` here, or name a store of its own with --store.',
    },
  ];
}

/** A finding that is on no list looks harmless where nobody has fetched the list. */
function absentLists({ data }: Evaluation, device: Device | undefined): Diagnostic[] {
  const held = new Set(data.lists?.map(({ feed, from }) => `${feed} ${from}`));
  return (device?.advisories.lists ?? []).flatMap(({ feed, from }, index) =>
    held.has(`${feed} ${from}`)
      ? []
      : [
          {
            rule: 'evaluate/absent-list',
            severity: 'error',
            message: `the store does not hold the ${feed} list from ${from} that this device names`,
            place: { file: 'tureen.yaml', keyPath: ['advisories', 'lists', index] },
            help: 'Run `tureen sync` here, or name a store of its own with --store.',
          } as const,
        ],
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
      message: `the newest advisory of the store was changed on ${data.newest.slice(0, 10)}, ${counted(age, 'day')} ago`,
      place: { file: lockFile },
      help: 'Check that the source is still kept up; a mirror that has stopped knows nothing new.',
    },
  ];
}
