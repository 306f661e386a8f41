import { UsageError } from '../../base/errors.ts';
import { setSample } from '../../records/writing/write-disposition.ts';
import type { Host } from '../host.ts';
import { refuseStranger } from '../refuse-stranger.ts';
import { changeDispositions, openItem, type WrittenDisposition } from './open-item.ts';

/** Writes the sample that the plan draws from the item's list. Throws `UsageError` where the plan allows none. */
export async function stateSample(host: Host, name: string, by: string): Promise<WrittenDisposition> {
  const opened = await openItem(host, name);
  const { item, list, dossier } = opened;
  refuseStranger(dossier.device.record, by);
  const { sample } = item.anomalies;
  if (sample === undefined)
    throw new UsageError(
      `every entry of the list of ${item.filed.record.soup} is judged: the plan allows no sample for it`,
      'A rule for its class and size stands under anomalyLists.sampling in tureen.yaml.',
    );
  const { rule, of, drawn } = sample;
  const stated = { above: rule.above, take: rule.take, of, list: list.record.hash, entries: drawn };
  return changeDispositions(host, opened, drawn.length, (text, soup) =>
    setSample(text, soup, { ...stated, by, on: dossier.today }),
  );
}
