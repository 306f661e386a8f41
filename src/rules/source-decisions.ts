import type { Device } from '../model/records/device.ts';
import type { SoftwareItem } from '../model/records/software-item.ts';
import type { Filed } from '../model/filed.ts';
import type { KeyPath } from '../model/place.ts';

/** A source for which a software item says how everything in it is used, and its place in the record. */
export type SourceDecision = {
  readonly source: Exclude<SoftwareItem['sources'][number], string>;
  readonly keyPath: KeyPath;
};

/** The decisions on use that stand at the sources of software items. */
export function sourceDecisions({ record }: Filed<Device>): readonly SourceDecision[] {
  return record.softwareItems.flatMap((item, index) =>
    item.sources.flatMap((source, position) =>
      typeof source === 'string' ? [] : [{ source, keyPath: ['softwareItems', index, 'sources', position] }],
    ),
  );
}
