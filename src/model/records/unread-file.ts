import type { ClauseId } from '../clause.ts';

/** The kinds of records that a device's repository holds; also the names of their JSON Schemas. */
export type RecordName =
  | 'tureen'
  | 'soup-item'
  | 'risks'
  | 'licences'
  | 'review'
  | 'verdicts'
  | 'waivers'
  | 'check-baseline'
  | 'anomaly-list'
  | 'dispositions'
  | 'verification'
  | 'vex'
  | 'release'
  | 'frozen-inventory'
  | 'metadata.lock'
  | 'anomalies.lock';

/** A file of records, or of the inventory, that cannot be read, or of which not all can: what it says is not known whole. */
export type UnreadFile = { readonly kind: RecordName | 'inventory'; readonly file: string };

/** A rule that waits until files can be read: what it misses may stand in them. */
export type WaitingRule = { readonly rule: string; readonly clause: ClauseId; readonly files: readonly string[] };
