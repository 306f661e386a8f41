import { compareText } from '../../base/compare.ts';
import { UsageError } from '../../base/errors.ts';
import { supportState, type SupportState } from '../../base/releases/support-state.ts';
import { usualMaximumAgeDays } from '../../dossier/evaluation/state-of-evaluation.ts';
import { watchField } from '../../dossier/field/watch-field.ts';
import type { Uncovered } from '../../model/anomalies/evaluation.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Filed } from '../../model/filed.ts';
import type { Field, FrozenRelease } from '../../model/releases/field.ts';
import type { Release } from '../../model/releases/release.ts';
import { kinds } from '../../records/loading/record-kinds.ts';
import { absentData } from '../../base/anomalies/absent-data.ts';
import { doubtAge } from '../evaluation/doubt-age.ts';
import { loadMappings } from '../evaluation/find-mapped.ts';
import { matchComponents } from '../evaluation/match-components.ts';
import { openFreshStore } from '../evaluation/open-fresh-store.ts';
import type { Host } from '../host.ts';
import { today } from '../today.ts';
import { deviceOf } from './device-of.ts';
import { loadReleases } from './load-releases.ts';
import { openRelease } from './open-release.ts';

/** What the field looks like today, and what keeps that from being all. */
export type Watched = {
  readonly field: Field;
  /** Days since the data was fetched. */
  readonly ageDays: number;
  /** Releases that nobody watches any more, by the word of a person. */
  readonly ended: readonly { readonly version: string; readonly on: string; readonly reason: string }[];
  /** Supported releases that could not be watched; what is wrong with them is among the diagnostics. */
  readonly unwatched: readonly string[];
  /** False where a release, a source or a record is missing: more may be open than is told. */
  readonly complete: boolean;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Evaluates all supported releases against today's store; the folder as it stands is for `evaluate`. Nothing is written.
 * Throws `UsageError` where no release can be watched, `HostError` for a store that is empty or too old.
 */
export async function watch(host: Host, storePath: string): Promise<Watched> {
  const records = await loadReleases(host, [kinds.device, kinds.release, kinds.verdicts, kinds.review]);
  const device = deviceOf(records);
  const day = today(host);
  const states = records.releases
    .toSorted((a, b) => compareText(a.record.date, b.record.date))
    .map((release) => ({ release, state: supportState(release.record, day) }));
  const supported = states.filter(({ state }) => state.kind !== 'ended');
  if (supported.length === 0) throw nothingToWatch(records.releases, records.diagnostics);
  const opened = await openAll(
    host,
    supported.map(({ release }) => release),
  );
  const frozen = opened.flatMap(({ components, release, evaluation }): FrozenRelease[] =>
    components === undefined ? [] : [{ components, release, evaluation }],
  );
  const faults = [...records.diagnostics, ...opened.flatMap(({ diagnostics }) => diagnostics)];
  if (frozen.length === 0) throw nothingReadable(faults);
  const maximum = device.advisories.maximumAgeDays ?? usualMaximumAgeDays;
  const fresh = await openFreshStore(host, storePath, maximum);
  try {
    const { content: data, ageDays } = fresh;
    const { mappings, faults: unread } = await loadMappings(host);
    const uncovered = new Map<string, Uncovered>();
    const { verdicts, reviews } = records;
    const field = watchField({ releases: frozen, verdicts, reviews, data, today: day }, (components) => {
      const evaluation = matchComponents(fresh, components, mappings, day);
      for (const one of evaluation.uncovered) uncovered.set(one.component, one);
      return evaluation;
    });
    const told = { data, evaluated: day, uncovered: [...uncovered.values()] };
    const doubts = [
      ...faults,
      ...frozen.flatMap(({ release }) => doubtsOf(release)),
      ...absentData(told, device, folder),
      ...unread,
    ];
    return {
      field,
      ageDays,
      ended: states.flatMap(({ release, state }) => endedIn(release, state)),
      unwatched: opened.flatMap(({ components, release }) =>
        components === undefined ? [release.record.version] : [],
      ),
      complete:
        doubts.every(({ severity }) => severity !== 'error') &&
        frozen.every(({ release }) => release.record.doubts.length === 0),
      diagnostics: [
        ...doubts,
        ...supported.flatMap(({ release, state }) => overdue(release, state)),
        ...doubtAge(told, ageDays, maximum, folder),
      ],
    };
  } finally {
    fresh.store.close();
  }
}

const folder = 'soup/releases';

async function openAll({ files }: Host, releases: readonly Filed<Release>[]) {
  const opened: Awaited<ReturnType<typeof openRelease>>[] = [];
  for (const release of releases) opened.push(await openRelease(files, release));
  return opened;
}

function nothingToWatch(releases: readonly Filed<Release>[], faults: readonly Diagnostic[]): UsageError {
  const fault = faults.find(({ severity, place }) => severity === 'error' && place.file.startsWith(folder));
  if (fault !== undefined) return new UsageError(`no release can be watched: ${fault.message}`, fault.help);
  const [first] = releases;
  return first === undefined
    ? new UsageError(
        `no release is recorded under ${folder}: what is in the field is not known`,
        'Record each with `tureen release <version> --from <tag> --by <person>`.',
      )
    : new UsageError(
        `no release is supported any more, of ${releases.map(({ record }) => record.version).join(', ')}`,
        'Record the release that is in the field now, with `tureen release <version> --from <tag> --by <person>`.',
      );
}

function nothingReadable(faults: readonly Diagnostic[]): UsageError {
  const fault = faults.find(({ severity }) => severity === 'error');
  return new UsageError(
    `no release can be watched: ${fault?.message ?? 'none has an inventory'}`,
    fault?.help ?? 'Restore the files from git.',
  );
}

/** A release that was frozen without all of its components is watched without them, which must be seen. */
function doubtsOf({ file, record }: Filed<Release>): Diagnostic[] {
  return record.doubts.map((doubt, index) => ({
    rule: 'watch/doubt',
    severity: 'warning',
    message: `the inventory of release ${record.version} was not whole when it was frozen: ${doubt}`,
    place: { file, keyPath: ['doubts', index] },
    help: 'What was missing then is not watched. Freeze the release from a better source where there is one.',
  }));
}

function overdue({ file, record }: Filed<Release>, state: SupportState): Diagnostic[] {
  if (state.kind !== 'overdue') return [];
  return [
    {
      rule: 'watch/support-overdue',
      severity: 'warning',
      message: `release ${record.version} was to be supported until ${state.until}, and nobody has written that support has ended`,
      place: { file, keyPath: ['support', 'until'] },
      help: 'It is watched until somebody does: write support.ended with the day and the reason, or a later day.',
    },
  ];
}

function endedIn({ record }: Filed<Release>, state: SupportState): Watched['ended'] {
  return state.kind === 'ended' ? [{ version: record.version, on: state.on, reason: state.reason }] : [];
}
