import { counted } from '../../base/counted.ts';
import { daysBetween } from '../../base/day.ts';
import { HostError } from '../../base/errors.ts';
import type { Evaluation } from '../../model/anomalies/evaluation.ts';
import type { AdvisoryStore, Host } from '../host.ts';
import { today } from '../today.ts';
import { unfilledStore } from '../unfilled-store.ts';

/** A store that is neither empty nor too old, what it holds, and how many days ago that was fetched. */
export type FreshStore = {
  readonly store: AdvisoryStore;
  readonly content: Evaluation['data'];
  readonly ageDays: number;
};

/** Opens a store. Throws `HostError` for one that is empty or too old: it would find nothing, and that would look like good news. */
export async function openFreshStore(host: Host, path: string, maximumAgeDays: number): Promise<FreshStore> {
  const store = await host.stores.open(path);
  try {
    const content = filled(store);
    const ageDays = daysBetween(content.fetched.slice(0, 10), today(host));
    if (ageDays > maximumAgeDays) throw tooOld(ageDays, maximumAgeDays);
    return { store, content, ageDays };
  } catch (error) {
    store.close();
    throw error;
  }
}

function filled(store: AdvisoryStore): Evaluation['data'] {
  const content = store.content();
  if (content.kind === 'filled') {
    const { kind: _, ...data } = content;
    return data;
  }
  throw unfilledStore(store);
}

function tooOld(ageDays: number, maximum: number): HostError {
  return new HostError(
    `the advisory data was fetched ${counted(ageDays, 'day')} ago, more than the ${maximum} that are allowed`,
    'Run `tureen sync` again for all that the store holds (it is as old as the oldest part of it), or change advisories.maximumAgeDays in tureen.yaml.',
  );
}
