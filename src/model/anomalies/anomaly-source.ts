import { z } from 'zod';
import { day, identifier, reference, text } from '../records/record.ts';

const filters = {
  sinceDate: day.optional().meta({ description: 'Entries that were last changed before this day are not asked for' }),
  sinceVersion: text
    .optional()
    .meta({ description: 'Fixes of versions before this one are out of scope: an earlier list was judged with them' }),
  words: z.array(text).default([]).meta({ description: 'An entry counts that holds one of these words; else all do' }),
  modules: z.array(text).default([]).meta({
    description:
      'Names of parts of the package; an entry that names only parts which no source of the product imports does not count',
  }),
};

const at = text.meta({
  description:
    'Base address of the programming interface or of a mirror, a folder, or the id of a tracker in tureen.yaml',
});

const tracked = z.strictObject({
  kind: z.enum(['github', 'gitlab', 'gitea', 'bugzilla', 'jira']),
  at,
  project: text.meta({ description: 'What the tracker calls it: owner/repository, path of a group, product, key' }),
  lists: z.array(z.enum(['issues', 'releases'])).min(1),
  labels: z.array(text).default([]).meta({ description: 'An issue counts that bears all of these labels' }),
  state: z.enum(['open', 'closed', 'all']).default('all'),
  ...filters,
});

const changelog = z
  .strictObject({
    kind: z.literal('changelog'),
    file: text.optional().meta({ description: 'Path in the repository, also of a package that is kept in it' }),
    at: at.optional(),
    path: text.optional().meta({ description: 'Path of the file below that address' }),
    ...filters,
  })
  .refine((one) => (one.file === undefined) !== (one.at === undefined), {
    message: 'names not exactly one place; write file, or at with path',
  });

const attachment = z.strictObject({
  kind: z.literal('attachment'),
  file: text.meta({ description: "Path in the repository of the supplier's page or PDF, as it was received" }),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'is no sha256; write 64 digits and letters from a to f'),
  versions: z.array(text).min(1).meta({ description: 'Versions of the item that the document speaks of' }),
  received: day,
  source: reference.meta({ description: 'Where it was received from' }),
  evaluated: z
    .strictObject({
      outcome: text.meta({ description: 'What each of its entries means for the device' }),
      failureModes: z.array(identifier).default([]),
      risks: z.array(identifier).default([]),
      by: identifier,
      on: day,
    })
    .optional(),
});

const unpublished = z.strictObject({
  kind: z.literal('unpublished'),
  reason: text.optional().meta({ description: 'How it is known that the supplier publishes no list' }),
  by: identifier.optional(),
  on: day.optional(),
});

/** Where anomalies of a SOUP item are published (IEC 62304:2006+A1:2015, 7.1.3), or the argument that they are nowhere. */
export const anomalySource = z
  .discriminatedUnion('kind', [tracked, changelog, attachment, unpublished])
  .meta({ description: 'Where its anomalies are published, or why they are nowhere (7.1.3)' });

/** A source of published anomalies, as the record of its item states it. */
export type AnomalySource = z.infer<typeof anomalySource>;
/** A source in an issue tracker. */
export type TrackedSource = z.infer<typeof tracked>;
/** A source that is a file of changes. */
export type ChangelogSource = z.infer<typeof changelog>;
