import { z } from 'zod';
import { decisions } from './ssvc.ts';

/** The three answers of a match; `undetermined` is put to a person, never dropped. */
const resultSchema = z.enum(['affected', 'not-affected', 'undetermined']);

/**
 * `package`: a record names the package itself. `repository-tag`: one names the source repository that it comes from, whose
 * tags have no order of their own. `mapped-product`: records name a product that a person says it is;
 * with `-generic-order` its versions have no order of their own.
 */
const confidenceSchema = z.enum(['package', 'repository-tag', 'mapped-product', 'mapped-product-generic-order']);

const ssvcSchema = z.strictObject({
  exploitation: z.enum(['none', 'poc', 'active']).optional(),
  automatable: z.enum(['no', 'yes']).optional(),
  technicalImpact: z.enum(['partial', 'total']).optional(),
  /** Who states the points, and when they were stated. */
  by: z.array(z.string()),
  dated: z.string().optional(),
  /** What CISA's table comes to for each impact on mission and well-being, which only a person can know. */
  decision: z.strictObject({
    low: z.array(z.enum(decisions)),
    medium: z.array(z.enum(decisions)),
    high: z.array(z.enum(decisions)),
  }),
});

const knownExploitedSchema = z.strictObject({
  id: z.string(),
  /** Which list says so; absent where an earlier evaluation did not tell. */
  by: z.string().optional(),
  /** Absent where the list names no day that can be read. */
  added: z.iso.date().optional(),
  due: z.iso.date().optional(),
  ransomware: z.enum(['known', 'unknown']),
});

const exploitProbabilitySchema = z.strictObject({
  id: z.string(),
  score: z.number(),
  percentile: z.number(),
  /** Absent where the list does not tell; scores jump when the model changes. */
  model: z.string().optional(),
  date: z.string().optional(),
});

const recordSchema = z.strictObject({
  id: z.string(),
  /** The feed that brought it; absent where an earlier evaluation did not tell. */
  feed: z.string().optional(),
  modified: z.string(),
  hash: z.string(),
});

const findingSchema = z.strictObject({
  /** Package URL with version. */
  component: z.string(),
  /** The id by which the finding is known: the CVE where there is one. */
  id: z.string(),
  /** All other ids of the same defect. */
  aliases: z.array(z.string()),
  result: resultSchema,
  /** How sure it is that the records speak of this component at all; absent where an earlier evaluation did not tell. */
  confidence: confidenceSchema.optional(),
  /** Which record, which range, which comparator led to the result. */
  why: z.string(),
  /** The records that were judged, with what proves that they were these. */
  records: z.array(recordSchema),
  kind: z.enum(['vulnerability', 'malware', 'unmaintained', 'unsound', 'notice']),
  summary: z.string().optional(),
  severities: z.array(
    z.strictObject({
      kind: z.string(),
      value: z.string(),
      /** Who states it, where that is somebody else than the records of the finding. */
      source: z.string().optional(),
      /** What its CVSS vector scores, and the word for it; absent where it is none. It says nothing about a patient. */
      score: z.number().optional(),
      rating: z.enum(['none', 'low', 'medium', 'high', 'critical']).optional(),
      /** The one that stands for the finding where only one can: the latest CVSS, of several the highest. */
      used: z.literal(true).optional(),
    }),
  ),
  fixed: z.array(z.string()),
  /** Functions that hold the defect, where a record names them. */
  functions: z.array(z.string()).optional(),
  /** Whether nothing but the graph of commits of its repository could tell more: such findings are asked about together. */
  onlyByGraph: z.literal(true).optional(),
  /** The entries of lists of known exploited vulnerabilities for any id of the finding; absent where there are none. */
  kev: z.array(knownExploitedSchema).optional(),
  /** How likely the defect is exploited, by which model on which day; absent where no list tells. */
  epss: z.array(exploitProbabilitySchema).optional(),
  /** How urgent the defect is by its exploitation; it says nothing about a patient. Absent where nobody states a point. */
  ssvc: ssvcSchema.optional(),
  /** Weaknesses by their CWE ids; absent where none is told. */
  weaknesses: z.array(z.string()).optional(),
  /** The databases that have rejected the CVE, and when; absent where none has. */
  rejected: z.array(z.strictObject({ id: z.string(), by: z.string(), on: z.string() })).optional(),
});

const uncoveredSchema = z.strictObject({
  component: z.string(),
  /** Why no source of the store speaks of it. */
  reason: z.string(),
});

const supportSchema = z.strictObject({
  component: z.string(),
  /** The product that the publisher of the list says the package is. */
  product: z.string(),
  /** Its line of versions; absent where the list has none for the component's version. */
  cycle: z.string().optional(),
  /** The day on which support ends; `true` when it has ended, `false` when no day is set. */
  endOfLife: z.union([z.iso.date(), z.boolean()]).optional(),
  latest: z.string().optional(),
});

const listSchema = z.strictObject({
  feed: z.string(),
  from: z.string(),
  records: z.number(),
  /** What the publisher calls this state of the list, and the day or instant that it states. */
  edition: z.string().optional(),
  dated: z.string().optional(),
  /** sha256 of what was read. */
  hash: z.string(),
});

const databaseSchema = z.strictObject({
  feed: z.string(),
  from: z.string(),
  records: z.number(),
  /** The newest `modified` of any of its records. */
  newest: z.string(),
  /** What its publisher wants to be shown wherever its data is used. */
  notice: z.string().optional(),
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
      /** Lists of facts beside the advisories; absent where none was fetched. */
      lists: z.array(listSchema).optional(),
      /** Databases that were fetched whole; absent where none was. */
      databases: z.array(databaseSchema).optional(),
    }),
    /** sha256 over the sorted package URLs that were evaluated. */
    inventory: z.string(),
    /** sha256 over the products that these packages were confirmed to be; absent where none was. */
    products: z.string().optional(),
    components: z.number(),
    findings: z.array(findingSchema),
    uncovered: z.array(uncoveredSchema),
    /** Until when components are supported; absent where no list was fetched that tells. */
    support: z.array(supportSchema).optional(),
    content: z.string().meta({
      description:
        'The seal: sha256 of the text of the file without this line. It tells a slip, such as a word changed by hand or a bad merge; it is no signature, and who forges the file can compute it anew. What was committed, reviewed and approved, git and approvals tell',
    }),
  })
  .meta({
    title: 'anomalies.lock.json',
    description:
      'Findings of the last evaluation; generated. A file without its seal, `content`, or with one that does not fit is not read: run `tureen evaluate`',
  });

/** The result of matching one component with one defect. */
export type Result = z.infer<typeof resultSchema>;
/** A published defect that may concern a component, and why it does or does not. */
export type Finding = z.infer<typeof findingSchema>;
/** How severe an anomaly is, as somebody states it and as its vector scores. */
export type RatedSeverity = Finding['severities'][number];
/** Until when a component is supported by those who make it. */
export type ComponentSupport = z.infer<typeof supportSchema>;
/** A list of facts that an evaluation used, or that a store holds. */
export type UsedList = z.infer<typeof listSchema>;
/** A database of vulnerabilities that an evaluation used, or that a store holds. */
export type UsedDatabase = z.infer<typeof databaseSchema>;
/** A component that no source of advisories covers. */
export type Uncovered = z.infer<typeof uncoveredSchema>;
/** What an evaluation found, bound to its data and its inventory; the seal is its file's alone, and looked at where that is read. */
export type Evaluation = Omit<z.infer<typeof evaluationSchema>, 'content'>;
