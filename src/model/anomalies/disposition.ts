import { z } from 'zod';
import { day, identifier, packageUrl, text } from '../records/record.ts';

/** What a person can say of a published anomaly. */
export const answers = ['not-applicable', 'no-hazard', 'hazard'] as const;

const hash = z.string().regex(/^(?:sha256:)?[0-9a-f]{8,64}$/, 'is no hash; copy it from `tureen anomalies`');

const matching = z
  .strictObject({
    labels: z.array(text).default([]).meta({ description: 'It bears one of these labels' }),
    words: z.array(text).default([]).meta({ description: 'Its title holds one of these words' }),
    fixedIn: text.optional().meta({ description: 'It is mended in a version of this range, written as VERS' }),
  })
  .refine(({ labels, words, fixedIn }) => labels.length + words.length > 0 || fixedIn !== undefined, {
    message: 'matches everything; name labels, words or fixedIn',
  })
  .meta({ description: 'A class of entries by which those that were judged were picked, as they stood then' });

const disposition = z
  .strictObject({
    entries: z
      .record(text, hash)
      .default({})
      .meta({ description: 'Ids of entries, each with the hash of what was judged' }),
    matching: matching.optional(),
    list: hash.optional().meta({
      description:
        'Hash of the frozen list that a class was judged on, written by the tool: then it is about entries alone, and matching says how they were picked',
    }),
    answer: z.enum(answers).meta({
      description: 'It does not concern our version or use; it does, and harms nobody; or it can contribute to harm',
    }),
    reason: text,
    versions: z.array(text).min(1).meta({ description: 'Versions in use that it was judged for' }),
    failureModes: z
      .array(identifier)
      .default([])
      .meta({ description: 'What a hazard leads to; it may be told before its failure mode or risk is written' }),
    risks: z.array(identifier).default([]),
    controls: z.array(identifier).default([]),
    by: identifier,
    on: day,
  })
  .refine((one) => Object.keys(one.entries).length > 0 || one.matching !== undefined, {
    message: 'is about no entry; name entries or matching',
  })
  .refine((one) => one.list === undefined || Object.keys(one.entries).length > 0, {
    message: 'is bound to a list, and names no entry of it; `tureen anomalies` writes both',
  })
  .meta({ description: 'A judgement of one published anomaly, or of a class of them for one reason' });

const sample = z
  .strictObject({
    above: z.number().int().positive().meta({ description: 'The size of the rule in tureen.yaml that was followed' }),
    take: z.number().int().positive(),
    of: z.number().int().positive().meta({ description: 'How many relevant entries the list had' }),
    list: hash.meta({ description: 'Hash of the list that the sample was drawn from' }),
    entries: z.array(text).meta({ description: 'The entries that were drawn, as `tureen anomalies` shows them' }),
    by: identifier,
    on: day,
  })
  .meta({ description: 'The sample that stands for a long list, drawn by the plan in tureen.yaml' });

/** The schema of `soup/dispositions/<item>.yaml`: what people judged about published anomalies of one SOUP item. */
export const dispositionsSchema = z
  .strictObject({
    soup: packageUrl,
    sample: sample.optional(),
    dispositions: z.array(disposition).default([]),
  })
  .meta({ title: 'Dispositions', description: 'What people judged about published anomalies of one SOUP item' });

/** The dispositions of one file. */
export type Dispositions = z.infer<typeof dispositionsSchema>;
/** A person's judgement of published anomalies. */
export type Disposition = Dispositions['dispositions'][number];
