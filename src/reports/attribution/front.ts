import { counted } from '../../base/counted.ts';
import { dayInWords } from '../../base/day.ts';
import type { Document } from '../../model/document.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { Shipped } from './shipped.ts';

/** The title page of the documents that go out with the software. */
export function front(
  { device, entries, today, todayHeldBy }: Dossier,
  all: readonly Shipped[],
): Pick<Document, 'subtitle' | 'facts' | 'orientation'> {
  const { name, version, manufacturer } = device.record.device;
  const used = new Set(entries.flatMap(({ claimedBy }) => claimedBy.map(({ id }) => id)));
  const items = device.record.softwareItems
    .filter(({ id }) => used.has(id))
    .map((item) => `${item.name} (${item.distribution ?? 'distribution not told'})`);
  return {
    subtitle: version === undefined ? name : `${name} ${version}`,
    facts: [
      { label: 'Product', value: version === undefined ? name : `${name} ${version}` },
      { label: 'Manufacturer', value: manufacturer },
      { label: 'Software items', value: items.join(', ') || 'none claims a component' },
      { label: 'Components of others', value: counted(all.length, 'component') },
      { label: 'Made on', value: dayInWords(today, todayHeldBy) },
    ],
    orientation: 'portrait',
  };
}
