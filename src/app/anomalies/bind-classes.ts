import { UsageError } from '../../base/errors.ts';
import type { AnomalyEntry } from '../../model/anomalies/item-anomalies.ts';
import type { Edit } from '../../records/edit.ts';
import { bindDisposition } from '../../records/writing/write-disposition.ts';
import type { Host } from '../host.ts';
import { changeDispositions, openItem, type WrittenDisposition } from './open-item.ts';
import { hashesOf } from './pick-anomalies.ts';

/**
 * Writes into each class that is known by its day alone the entries that it holds for, with their hashes, and the list. It judges
 * nothing: what waits still waits. Throws `UsageError` where there is no such class, or none that holds for anything.
 */
export async function bindClasses(host: Host, name: string): Promise<WrittenDisposition> {
  const opened = await openItem(host, name);
  const { item, list } = opened;
  const dispositions = item.anomalies.dispositions?.record.dispositions ?? [];
  const bound = dispositions.flatMap(({ matching, list: ofList, entries }, index) => {
    const held = item.anomalies.entries.filter((entry) => isHeldBy(entry, index));
    const unbound = matching !== undefined && ofList === undefined && held.length > 0;
    return unbound ? [{ index, held: held.length, entries: { ...entries, ...hashesOf(held) } }] : [];
  });
  if (bound.length === 0)
    throw new UsageError(
      `no class in the dispositions of ${item.filed.record.soup} holds for anything by its day alone`,
      'There is nothing to bind; what waits is judged with --answer, or confirmed with --confirm.',
    );
  const count = bound.reduce((sum, { held }) => sum + held, 0);
  return changeDispositions(host, opened, count, (text = '') => {
    let edit: Edit = { text };
    for (const { index, entries } of bound)
      if ('text' in edit) edit = bindDisposition(edit.text, index, { entries, list: list.record.hash });
    return edit;
  });
}

function isHeldBy({ standing }: AnomalyEntry, index: number): boolean {
  return standing.kind === 'judged' && standing.met.index === index;
}
