import { UsageError } from '../../base/errors.ts';
import { parseVers } from '../../base/packages/vers.ts';
import { quote } from '../../base/quote.ts';
import { isOfClass } from '../../dossier/anomalies/is-of-class.ts';
import type { ItemEntry } from '../../model/dossier.ts';
import type { YamlValue } from '../../records/editing/render-yaml.ts';
import { filled } from './disposition-parts.ts';
import type { AnomalyEntry } from '../../model/anomalies/item-anomalies.ts';

/** Which entries of a list are meant: by id, and a class of them by labels, words and the version that mends them. */
export type AnomalySelection = {
  readonly entries: readonly string[];
  readonly labels: readonly string[];
  readonly words: readonly string[];
  /** A range of versions, as VERS, in which an entry is mended. */
  readonly fixedIn?: string | undefined;
};

/** Whether an entry waits for a disposition. */
export function isWaiting({ standing }: AnomalyEntry): boolean {
  return standing.kind === 'open' || standing.kind === 'again';
}

/**
 * Picks the entries that are named, and of a class those that wait: what somebody has judged already, or needs no judgement, is
 * no part of it. Throws `UsageError` for a name of none, a class in which nothing waits, and where both are meant: what was read
 * one by one and what was judged by its class are two dispositions.
 */
export function pickAnomalies(item: ItemEntry, selection: AnomalySelection): readonly AnomalyEntry[] {
  if (!isClass(selection)) return [...new Set(namedIn(item, selection.entries))];
  if (selection.entries.length === 0) return waitingIn(item, selection);
  throw new UsageError(
    'entries and a class of them are named at the same time',
    'Name entries with --entry, or a class with --label, --word or --fixed-in, and then the other by itself.',
  );
}

/** Whether a selection names a class. */
export function isClass({ labels, words, fixedIn }: AnomalySelection): boolean {
  return labels.length + words.length > 0 || fixedIn !== undefined;
}

/** A class as a disposition states it. */
export function classOf({ labels, words, fixedIn }: AnomalySelection): YamlValue {
  return { ...filled('labels', labels), ...filled('words', words), ...(fixedIn !== undefined && { fixedIn }) };
}

/** Ids with what binds a disposition to their content. */
export function hashesOf(picked: readonly AnomalyEntry[]): Readonly<Record<string, string>> {
  return Object.fromEntries(picked.map(({ anomaly: { id, hash } }) => [id, hash.slice(0, 12)]));
}

function namedIn({ anomalies: { entries }, filed }: ItemEntry, ids: readonly string[]): readonly AnomalyEntry[] {
  const byId = new Map(entries.map((entry) => [entry.anomaly.id, entry]));
  return ids.map((id) => {
    const entry = byId.get(id);
    if (entry !== undefined) return entry;
    const near = entries.filter(({ anomaly }) => `${anomaly.id} ${anomaly.title}`.includes(id)).slice(0, 3);
    throw new UsageError(
      `the list of ${filed.record.soup} holds no ${quote(id)}`,
      near.length === 0
        ? 'See `tureen anomalies --all`.'
        : `Write an id in full, up to the colon: ${near.map(({ anomaly }) => quote(anomaly.id)).join(', ')}.`,
    );
  });
}

function waitingIn(
  { anomalies, filed }: ItemEntry,
  { labels, words, fixedIn }: AnomalySelection,
): readonly AnomalyEntry[] {
  const range = fixedIn === undefined ? undefined : parseVers(fixedIn);
  if (range !== undefined && 'problem' in range)
    throw new UsageError(
      `${quote(fixedIn ?? '')} is no range of versions: ${range.problem}`,
      'Write it as vers:pypi/>=3.1.0|<4.0.0.',
    );
  const matching = { labels: [...labels], words: [...words], ...(fixedIn !== undefined && { fixedIn }) };
  const found = anomalies.entries.filter(({ anomaly }) => isOfClass(matching, anomaly));
  const waiting = found.filter(isWaiting);
  if (waiting.length > 0) return waiting;
  const what = [...labels, ...words, ...(fixedIn === undefined ? [] : [fixedIn])].map(quote).join(', ');
  throw found.length === 0
    ? new UsageError(
        `no entry of the list of ${filed.record.soup} is of the class ${what}`,
        'Labels are compared as they are written, words without regard to case; see `tureen anomalies --all`.',
      )
    : new UsageError(
        `nothing of the class ${what} waits for a disposition`,
        'Name with --entry what is to be judged anew; what does not concern the version in use needs no disposition.',
      );
}
