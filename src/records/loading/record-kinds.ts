import type { z } from 'zod';
import { faultOfSeal } from '../../base/anomalies/hash-evaluation.ts';
import { checkBaselineSchema } from '../../model/records/check-baseline.ts';
import { anomalyListSchema } from '../../model/anomalies/anomaly-list.ts';
import { deviceSchema } from '../../model/records/device.ts';
import { dispositionsSchema } from '../../model/anomalies/disposition.ts';
import { evaluationSchema } from '../../model/anomalies/evaluation.ts';
import { licencesSchema } from '../../model/licences/licences-file.ts';
import { metadataSchema } from '../../model/inventory/metadata.ts';
import { frozenInventorySchema } from '../../model/releases/frozen-inventory.ts';
import { releaseSchema } from '../../model/releases/release.ts';
import { reviewSchema } from '../../model/records/review.ts';
import { riskFileSchema } from '../../model/risks/risk-file.ts';
import { soupItemSchema } from '../../model/records/soup-item.ts';
import { verdictsSchema } from '../../model/anomalies/verdict.ts';
import { waiversSchema } from '../../model/records/waiver.ts';
import type { RecordName } from '../../model/records/unread-file.ts';
import { verificationSchema } from '../../model/records/verification.ts';
import { vexRecordSchema } from '../../model/vex/vex-record.ts';

/** A kind of record: where its files lie, and the schema that they pass. */
export type RecordKind<T = unknown> = {
  readonly name: RecordName;
  /** The files, for people to read. */
  readonly files: string;
  readonly matches: (path: string) => boolean;
  readonly schema: z.ZodType<T>;
  /** What to do when a file of this kind cannot be used at all. */
  readonly help: string;
  /** Of a file that bears a seal: what is wrong with the seal of a value that was read from it; `undefined` where it fits. */
  readonly faultOfSeal?: (value: unknown) => string | undefined;
};

/** The help for a file that people write. */
export const byHand = 'Mend it, or restore it from git; nothing of it was taken.';

/** Each kind of record that a device's repository holds, by what it holds; a build makes a schema when it is first asked for. */
export const kinds = {
  device: {
    name: 'tureen',
    files: 'tureen.yaml',
    matches: (path) => path === 'tureen.yaml',
    get schema() {
      return deviceSchema;
    },
    help: byHand,
  },
  item: {
    name: 'soup-item',
    files: 'soup/items/<name>.yaml',
    matches: (path) => /^soup\/items\/[^/]+\.yaml$/.test(path),
    get schema() {
      return soupItemSchema;
    },
    help: byHand,
  },
  riskFile: {
    name: 'risks',
    files: 'soup/risks.yaml',
    matches: (path) => path === 'soup/risks.yaml',
    get schema() {
      return riskFileSchema;
    },
    help: byHand,
  },
  licences: {
    name: 'licences',
    files: 'soup/licences.yaml',
    matches: (path) => path === 'soup/licences.yaml',
    get schema() {
      return licencesSchema;
    },
    help: byHand,
  },
  review: {
    name: 'review',
    files: 'soup/reviews/<date>.yaml',
    matches: (path) => /^soup\/reviews\/[^/]+\.yaml$/.test(path),
    get schema() {
      return reviewSchema;
    },
    help: byHand,
  },
  verdicts: {
    name: 'verdicts',
    files: 'soup/verdicts/<name>.yaml',
    matches: (path) => /^soup\/verdicts\/[^/]+\.yaml$/.test(path),
    get schema() {
      return verdictsSchema;
    },
    help: byHand,
  },
  waivers: {
    name: 'waivers',
    files: 'soup/waivers.yaml',
    matches: (path) => path === 'soup/waivers.yaml',
    get schema() {
      return waiversSchema;
    },
    help: byHand,
  },
  checkBaseline: {
    name: 'check-baseline',
    files: 'soup/check-baseline.json',
    matches: (path) => path === 'soup/check-baseline.json',
    get schema() {
      return checkBaselineSchema;
    },
    help: 'It is generated: restore it from git, or remove it and write it anew with `tureen check --write-baseline`.',
  },
  anomalyList: {
    name: 'anomaly-list',
    files: 'soup/anomalies/<name>.json',
    matches: (path) => /^soup\/anomalies\/[^/]+\.json$/.test(path),
    get schema() {
      return anomalyListSchema;
    },
    help: 'It is generated: run `tureen sync --anomalies` to write it anew.',
  },
  dispositions: {
    name: 'dispositions',
    files: 'soup/dispositions/<name>.yaml',
    matches: (path) => /^soup\/dispositions\/[^/]+\.yaml$/.test(path),
    get schema() {
      return dispositionsSchema;
    },
    help: byHand,
  },
  verification: {
    name: 'verification',
    files: 'soup/verification.yaml',
    matches: (path) => path === 'soup/verification.yaml',
    get schema() {
      return verificationSchema;
    },
    help: byHand,
  },
  vex: {
    name: 'vex',
    files: 'soup/vex/<name>.yaml',
    matches: (path) => /^soup\/vex\/[^/]+\.yaml$/.test(path),
    get schema() {
      return vexRecordSchema;
    },
    help: 'It is generated: run `tureen vex import` with the document to write it anew.',
  },
  release: {
    name: 'release',
    files: 'soup/releases/<version>/release.yaml',
    matches: (path) => /^soup\/releases\/[^/]+\/release\.yaml$/.test(path),
    get schema() {
      return releaseSchema;
    },
    help: byHand,
  },
  frozenInventory: {
    name: 'frozen-inventory',
    files: 'soup/releases/<version>/inventory.json',
    matches: (path) => /^soup\/releases\/[^/]+\/inventory\.json$/.test(path),
    get schema() {
      return frozenInventorySchema;
    },
    help: 'It was frozen with the release: restore it from git.',
  },
  metadata: {
    name: 'metadata.lock',
    files: 'soup/metadata.lock.json',
    matches: (path) => path === 'soup/metadata.lock.json',
    get schema() {
      return metadataSchema;
    },
    help: 'It is generated: run `tureen sync --metadata` to write it anew.',
  },
  evaluation: {
    name: 'anomalies.lock',
    files: 'soup/anomalies.lock.json',
    matches: (path) => path === 'soup/anomalies.lock.json',
    get schema() {
      return evaluationSchema;
    },
    help: 'It is generated: run `tureen evaluate` to write it anew.',
    faultOfSeal,
  },
} as const satisfies Record<string, RecordKind>;

/** Every kind of record, as a list. */
export const recordKinds: readonly RecordKind[] = Object.values(kinds);

/** The kind of record that a file is by its path. */
export function kindOf(path: string): RecordKind | undefined {
  return recordKinds.find(({ matches }) => matches(path));
}

/** Whether a file is a frozen copy of a document of others, beside its record. */
export function isFrozenVex(path: string): boolean {
  return /^soup\/vex\/[^/]+\.vex\.json$/.test(path);
}

/** Whether a file is a record, however its name is spelled, or lies where only records should: below `soup/`. */
export function isRecordFile(path: string): boolean {
  return /^(tureen\.ya?ml$|soup\/)/i.test(path);
}
