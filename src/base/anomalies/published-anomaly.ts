import { createHash } from 'node:crypto';
import type { PublishedAnomaly } from '../../model/anomaly-list.ts';
import { oneLine } from '../one-line.ts';

/** An anomaly as its publisher tells it: foreign text of any length. */
export type ToldAnomaly = Omit<PublishedAnomaly, 'hash' | 'labels'> & {
  readonly labels?: readonly string[];
  /** The whole text, of which only the hash is kept. */
  readonly text?: string | undefined;
};

/** Bounds what a publisher tells, without control characters, and hashes what a judgement of it rests on. */
export function publishedAnomaly(told: ToldAnomaly): PublishedAnomaly {
  const { id, kind, title, state, resolution, labels = [], created, updated, closed, address, fixedIn, affects } = told;
  const kept = {
    id: oneLine(id, 100),
    kind,
    title: oneLine(title, 300) || '(no title)',
    state,
    ...optional('resolution', resolution, 60),
    labels: [...new Set(labels.slice(0, 50).map((label) => oneLine(label, 60)))].toSorted(),
  };
  const versions = {
    ...optional('fixedIn', fixedIn, 60),
    ...(affects === undefined || affects.length === 0
      ? {}
      : { affects: affects.slice(0, 50).map((version) => oneLine(version, 60)) }),
  };
  const hash = createHash('sha256')
    .update(JSON.stringify([kept, versions, title, told.text ?? '']))
    .digest('hex');
  return {
    ...kept,
    ...optional('created', created, 30),
    ...optional('updated', updated, 30),
    ...optional('closed', closed, 30),
    ...(address !== undefined && /^https?:\/\//i.test(address) ? { address: oneLine(address, 300) } : {}),
    ...versions,
    hash,
  };
}

function optional<K extends string>(key: K, value: string | undefined, length: number): Partial<Record<K, string>> {
  const line = value === undefined ? '' : oneLine(value, length);
  return line === '' ? {} : ({ [key]: line } as Partial<Record<K, string>>);
}
