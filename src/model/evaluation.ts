import { z } from 'zod';

/** The three answers of a match; `undetermined` is put to a person, never dropped. */
export const resultSchema = z.enum(['affected', 'not-affected', 'undetermined']);

const findingSchema = z.strictObject({
  /** Package URL with version. */
  component: z.string(),
  /** The id by which the finding is known: the CVE where there is one. */
  id: z.string(),
  /** All other ids of the same defect. */
  aliases: z.array(z.string()),
  result: resultSchema,
  /** Which record, which range, which comparator led to the result. */
  why: z.string(),
  /** The records that were judged, with what proves that they were these. */
  records: z.array(z.strictObject({ id: z.string(), modified: z.string(), hash: z.string() })),
  kind: z.enum(['vulnerability', 'malware', 'unmaintained', 'unsound', 'notice']),
  summary: z.string().optional(),
  severities: z.array(z.strictObject({ kind: z.string(), value: z.string() })),
  fixed: z.array(z.string()),
  /** Functions that hold the defect, where a record names them. */
  functions: z.array(z.string()).optional(),
});

const uncoveredSchema = z.strictObject({
  component: z.string(),
  /** Why no source of the store speaks of it. */
  reason: z.string(),
});

/** The schema of `anomalies.lock.json`: the findings of the last evaluation with the age and hash of its data. */
export const evaluationSchema = z
  .strictObject({
    evaluated: z.iso.date(),
    data: z.strictObject({
      /** sha256 over the sorted records: two sites with the same data have the same hash. */
      hash: z.string(),
      /** When the data was fetched. */
      fetched: z.iso.datetime(),
      /** The newest `modified` of any record. */
      newest: z.string(),
      sources: z.array(
        z.strictObject({
          feed: z.string(),
          from: z.string(),
          ecosystem: z.string(),
          records: z.number(),
          newest: z.string(),
        }),
      ),
    }),
    /** sha256 over the sorted package URLs that were evaluated. */
    inventory: z.string(),
    components: z.number(),
    findings: z.array(findingSchema),
    uncovered: z.array(uncoveredSchema),
  })
  .meta({
    title: 'anomalies.lock.json',
    description: 'Findings of the last evaluation; generated',
  });

/** The result of matching one component with one defect. */
export type Result = z.infer<typeof resultSchema>;
/** A published defect that may concern a component, and why it does or does not. */
export type Finding = z.infer<typeof findingSchema>;
/** A component that no source of advisories covers. */
export type Uncovered = z.infer<typeof uncoveredSchema>;
/** What an evaluation found, bound to its data and its inventory. */
export type Evaluation = z.infer<typeof evaluationSchema>;
