import type { Device } from '../../model/records/device.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Evaluation } from '../../model/anomalies/evaluation.ts';
import { counted } from '../counted.ts';
import { isLackOfEcosystem } from './absent-ecosystem.ts';
import { absentDatabases } from './absent-databases.ts';

/** An error for each source that should have been asked and was not; `file` is where what was found is to be seen. */
export function absentData(
  evaluation: Pick<Evaluation, 'data' | 'uncovered'>,
  device: Device | undefined,
  file: string,
): readonly Diagnostic[] {
  return [
    ...absentEcosystems(evaluation, file),
    ...otherSources(evaluation, device),
    ...absentLists(evaluation, device),
    ...absentDatabases(evaluation, device),
  ];
}

/** What the store holds nothing about was not looked up, and “no findings” would say that it was. */
function absentEcosystems({ uncovered }: Pick<Evaluation, 'uncovered'>, file: string): Diagnostic[] {
  const absent = Map.groupBy(
    uncovered.filter(({ reason }) => isLackOfEcosystem(reason)),
    ({ reason }) => reason,
  );
  return [...absent].map(([reason, components]) => ({
    rule: 'evaluate/absent-ecosystem',
    severity: 'error',
    message: `${reason}: ${counted(components.length, 'component was', 'components were')} not looked up`,
    place: { file },
    help: 'Run `tureen sync` with a source that has them; until then nothing is known of them.',
  }));
}

/** One store may serve several devices: this one is judged by the sources that it names. */
function otherSources({ data }: Pick<Evaluation, 'data'>, device: Device | undefined): Diagnostic[] {
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
function absentLists({ data }: Pick<Evaluation, 'data'>, device: Device | undefined): Diagnostic[] {
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
