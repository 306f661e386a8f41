import { createHash } from 'node:crypto';
import type { PublishedAnomaly } from '../../model/anomalies/anomaly-list.ts';
import { oneLine } from '../one-line.ts';

type Word = string | null | undefined;

/** An anomaly as its publisher tells it: foreign text of any length, and answers that know `null`. */
export type ToldAnomaly = Pick<PublishedAnomaly, 'id' | 'kind' | 'title' | 'state'> & {
  readonly [K in 'resolution' | 'created' | 'updated' | 'closed' | 'address' | 'fixedIn']?: Word;
} & {
  readonly labels?: readonly Word[];
  readonly affects?: readonly string[];
  /** The whole text, of which only the hash is kept. */
  readonly text?: Word;
};

/** Bounds what a publisher tells, without control characters, and hashes what a judgement of it rests on. */
export function publishedAnomaly(told: ToldAnomaly): PublishedAnomaly {
  const { id, kind, title, state, labels = [], affects = [], address } = told;
  const kept = {
    id: oneLine(id, 100),
    kind,
    title: oneLine(title, 300) || '(no title)',
    state,
    ...optional('resolution', told.resolution, 60),
    labels: [...new Set(labels.slice(0, 50).flatMap((label) => (label ? oneLine(label, 60) : [])))].toSorted(),
  };
  const versions = {
    ...optional('fixedIn', told.fixedIn, 60),
    ...(affects.length === 0 ? {} : { affects: affects.slice(0, 50).map((version) => oneLine(version, 60)) }),
  };
  const hash = createHash('sha256').update(JSON.stringify([kept, versions, title, told.text ?? '']));
  return {
    ...kept,
    ...optional('created', told.created, 30),
    ...optional('updated', told.updated, 30),
    ...optional('closed', told.closed, 30),
    ...(address && /^https?:\/\//i.test(address) ? optional('address', address, 300) : {}),
    ...versions,
    hash: hash.digest('hex'),
  };
}

function optional<K extends string>(key: K, value: Word, length: number): Partial<Record<K, string>> {
  const line = value ? oneLine(value, length) : '';
  return line === '' ? {} : ({ [key]: line } as Partial<Record<K, string>>);
}
