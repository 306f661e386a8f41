import type { z } from 'zod';
import { checkSchema } from '../base/formats/schema.ts';
import type { PublishedAnomaly } from '../model/anomalies/anomaly-list.ts';
import type { TrackerPage } from '../model/plugs/tracker.ts';

/** What one member of an answer is: anomalies, or something else by the name of its kind. */
export type Member = readonly PublishedAnomaly[] | { readonly leftOut: string };

/** Reads the members of an answer one by one: one that is not as documented is told, the others count. */
export function pageOf<T>(
  members: unknown,
  schema: z.ZodType<T>,
  full: number,
  memberOf: (member: T) => Member,
): TrackerPage {
  if (!Array.isArray(members)) return { kind: 'damaged', reason: 'it is no list' };
  const anomalies: PublishedAnomaly[] = [];
  const leftOut: string[] = [];
  const unreadable: string[] = [];
  for (const [index, value] of members.slice(0, mostMembers).entries()) {
    const checked = checkSchema(schema, value);
    if (!checked.ok) {
      const [{ keyPath, message } = { keyPath: [], message: 'is none' }] = checked.problems;
      unreadable.push(`entry ${index + 1}: "${keyPath.join('.')}" ${message}`);
      continue;
    }
    const read = memberOf(checked.value);
    if ('leftOut' in read) leftOut.push(read.leftOut);
    else for (const each of read) anomalies.push(each);
  }
  return { kind: 'page', anomalies, leftOut, unreadable, members: members.length, more: members.length >= full };
}

const mostMembers = 1000;
