import { z } from 'zod';

const entrySchema = z.strictObject({
  /** Unique in the list: `issue 12`, or `fix 1.2.3 <hash>` for a line of release notes. */
  id: z.string(),
  /** The position of its source in the list. */
  source: z.number().int().nonnegative(),
  /** What somebody reported, or what a release says that it mends. */
  kind: z.enum(['issue', 'fix']),
  title: z.string(),
  state: z.enum(['open', 'closed']),
  /** Why it was closed, in the words of the tracker. */
  resolution: z.string().optional(),
  labels: z.array(z.string()),
  created: z.string().optional(),
  updated: z.string().optional(),
  closed: z.string().optional(),
  address: z.string().optional(),
  /** The version that mends it; absent where nobody tells. */
  fixedIn: z.string().optional(),
  /** Versions that it was reported for. */
  affects: z.array(z.string()).optional(),
  /** sha256 of what a judgement rests on: title, text, state, labels, versions; not of dates. */
  hash: z.string(),
  /** The day of the list in which it first stood as it stands. */
  asOf: z.iso.date(),
});

const askedSchema = z.strictObject({
  /** The address, with its query, for anybody who wants to ask again. */
  address: z.string(),
  entries: z.number().int().nonnegative(),
  sha256: z.string(),
});

const sourceSchema = z.strictObject({
  kind: z.enum(['github', 'gitlab', 'gitea', 'bugzilla', 'jira', 'changelog']),
  list: z.enum(['issues', 'releases', 'changelog']),
  /** What it was asked for, as the record stated it. */
  filters: z.string(),
  asked: z.array(askedSchema),
  /** What the answers held and is no entry, such as pull requests, by kind. */
  leftOut: z.record(z.string(), z.number().int().positive()),
  /** Whether the tracker has more than was fetched. */
  truncated: z.boolean(),
});

/** The schema of `soup/anomalies/<item>.json`: what was published of a SOUP item on one day; generated. */
export const anomalyListSchema = z
  .strictObject({
    soup: z.string(),
    frozen: z.iso.date(),
    /** Versions of the item that were in use on that day. */
    versions: z.array(z.string()),
    sources: z.array(sourceSchema),
    entries: z.array(entrySchema),
    /** What is otherwise than in the list before; absent in a first list. */
    delta: z
      .strictObject({
        since: z.iso.date(),
        new: z.array(z.string()),
        changed: z.array(z.string()),
        closed: z.array(z.string()),
        gone: z.array(z.string()),
      })
      .optional(),
    /** sha256 over everything above, which shows that nobody changed the list by hand. */
    hash: z.string(),
  })
  .meta({ title: 'Anomaly list', description: 'What was published of a SOUP item on one day; generated' });

/** What was published of a SOUP item on one day. */
export type AnomalyList = z.infer<typeof anomalyListSchema>;
/** One published anomaly. */
export type ListedAnomaly = AnomalyList['entries'][number];
/** What was asked, and what came of it. */
export type AskedSource = AnomalyList['sources'][number];
/** An anomaly as a tracker or release notes tell it, before it is part of a list. */
export type PublishedAnomaly = Omit<ListedAnomaly, 'source' | 'asOf'>;
