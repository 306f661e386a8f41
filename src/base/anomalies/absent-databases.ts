import type { Device } from '../../model/records/device.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Evaluation } from '../../model/anomalies/evaluation.ts';

/** An error for each database that a device names and the store does not hold: nothing was looked up in it. */
export function absentDatabases({ data }: Pick<Evaluation, 'data'>, device: Device | undefined): readonly Diagnostic[] {
  const held = new Set(data.databases?.map(({ feed, from }) => `${feed} ${from}`));
  return (device?.advisories.databases ?? []).flatMap(({ feed, from }, index) =>
    held.has(`${feed} ${from}`)
      ? []
      : [
          {
            rule: 'evaluate/absent-database',
            severity: 'error',
            message: `the store does not hold the ${feed} database from ${from} that this device names`,
            place: { file: 'tureen.yaml', keyPath: ['advisories', 'databases', index] },
            help: 'Run `tureen sync` here, or name a store of its own with --store.',
          } as const,
        ],
  );
}
