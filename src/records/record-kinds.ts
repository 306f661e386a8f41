import type { z } from 'zod';
import { deviceSchema } from '../model/device.ts';
import { evaluationSchema } from '../model/evaluation.ts';
import { reviewSchema } from '../model/review.ts';
import { riskFileSchema } from '../model/risk-file.ts';
import { soupItemSchema } from '../model/soup-item.ts';

/** A kind of record: where its files lie, and the schema that they pass. */
export type RecordKind = {
  /** Also the name of its JSON Schema. */
  readonly name: string;
  /** The files, for people to read. */
  readonly files: string;
  readonly matches: (path: string) => boolean;
  readonly schema: z.ZodType;
};

/** Every kind of record that a device's repository holds. */
export const recordKinds: readonly RecordKind[] = [
  { name: 'tureen', files: 'tureen.yaml', matches: (path) => path === 'tureen.yaml', schema: deviceSchema },
  {
    name: 'soup-item',
    files: 'soup/items/<name>.yaml',
    matches: (path) => /^soup\/items\/[^/]+\.yaml$/.test(path),
    schema: soupItemSchema,
  },
  { name: 'risks', files: 'soup/risks.yaml', matches: (path) => path === 'soup/risks.yaml', schema: riskFileSchema },
  {
    name: 'review',
    files: 'soup/reviews/<date>.yaml',
    matches: (path) => /^soup\/reviews\/[^/]+\.yaml$/.test(path),
    schema: reviewSchema,
  },
  {
    name: 'anomalies.lock',
    files: 'soup/anomalies.lock.json',
    matches: (path) => path === 'soup/anomalies.lock.json',
    schema: evaluationSchema,
  },
];

/** Whether a file is a record, or lies where only records should: below `soup/`. */
export function isRecordFile(path: string): boolean {
  return path === 'tureen.yaml' || path.startsWith('soup/');
}
