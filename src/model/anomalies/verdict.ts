import { z } from 'zod';
import { day, identifier, packagePattern, packageUrl, text } from '../records/record.ts';
import { justifications, responses, statuses } from '../vex/vex.ts';

const judged = z
  .strictObject({
    anomaly: text.meta({ description: 'The id by which the finding is known: the CVE where there is one' }),
    aliases: z.array(text).default([]).meta({ description: 'Other ids of the same defect' }),
    package: packageUrl.meta({ description: 'Package URL of the component, without version' }),
    versions: z.array(text).meta({ description: 'Versions that were in use; empty where none was told' }),
    scope: z.enum(['runtime', 'optional', 'development', 'unknown']).meta({ description: 'How it was used' }),
    records: z
      .record(text, z.string().regex(/^(?:sha256:)?[0-9a-f]{4,64}$/, "is no hash; it is written by 'tureen triage'"))
      .meta({ description: 'The advisory records that were read, with their hashes' }),
  })
  .meta({ description: 'A finding as it was when it was judged; written by the tool, never by hand' });

const importedAt = z.array(text).optional();

const looked = {
  functions: z.array(text).default([]).meta({ description: 'The affected functions that were looked for' }),
  importedAt: importedAt.meta({
    description: 'Lines that imported it then, an empty list for none; written by the tool',
  }),
};

const reachability = z
  .discriminatedUnion('answer', [
    z.strictObject({ answer: z.literal('reachable'), evidence: text, ...looked }),
    z.strictObject({ answer: z.literal('not-reachable'), evidence: text, ...looked }),
    z.strictObject({
      answer: z.literal('unknown'),
      evidence: text.optional().meta({ description: 'What was tried to find out' }),
      ...looked,
    }),
  ])
  .meta({ description: 'Whether the defect can be reached in this device, and how that is known' });

const safety = z
  .union([
    z.strictObject({ none: text.meta({ description: 'Why it cannot contribute to a hazardous situation' }) }),
    z.strictObject({
      failureModes: z.array(identifier).default([]),
      risks: z.array(identifier).default([]),
      reason: text.meta({
        description: 'How it can contribute; alone where the failure mode or risk is still to be written',
      }),
    }),
  ])
  .meta({ description: 'Which failure mode or entry of the risk file it can lead to, or why none (7.1.3)' });

const approval = z
  .strictObject({
    by: identifier,
    on: day,
    content: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/, "is no hash; it is written by 'tureen approve'")
      .optional()
      .meta({ description: 'Hash of the verdict as it was approved; written by the tool' }),
  })
  .meta({ description: 'The second look, by somebody else than the author' });

const verdict = z
  .strictObject({
    judged: z.array(judged).min(1),
    packages: packagePattern.optional().meta({ description: 'By which pattern several findings were picked at once' }),
    status: z.enum(statuses).meta({ description: 'Status of VEX' }),
    justification: z
      .enum(justifications)
      .optional()
      .meta({ description: 'Justification of VEX, for the status not_affected' }),
    reason: text.meta({ description: 'Why, in words that an auditor can follow' }),
    importedAt: importedAt.meta({
      description:
        'Lines that imported it then, an empty list for none, where no answer on reachability holds them; written by the tool',
    }),
    reachability: reachability.optional(),
    safety: safety.optional(),
    security: z
      .strictObject({
        vector: z
          .string()
          .regex(
            /^CVSS:(?:3\.[01]|4\.0)(?:\/[A-Z]{1,3}:[A-Za-z]{1,6})+$/,
            'is no CVSS vector; write it as CVSS:3.1/AV:L/…',
          ),
        reason: text,
      })
      .optional()
      .meta({ description: 'CVSS vector in the environment of this device, and why; it is no measure of harm' }),
    response: z
      .strictObject({ action: z.enum(responses), text, due: day.optional() })
      .optional()
      .meta({ description: 'What is done about it (81001-5-1, 9.5)' }),
    owner: identifier.optional().meta({ description: 'Who sees to it' }),
    validFor: text.optional().meta({
      description: 'Range of versions that it holds for as VERS, such as vers:npm/>=7.0.0|<8.0.0; else those judged',
    }),
    until: day.optional().meta({ description: 'The last day on which it holds' }),
    by: identifier,
    on: day,
    approved: approval.optional(),
  })
  .meta({ description: 'A judgement of one finding, or of several for one reason' });

/** The schema of `soup/verdicts/<name>.yaml`: what people judged about findings of one SOUP item. */
export const verdictsSchema = z
  .strictObject({ verdicts: z.array(verdict).default([]) })
  .meta({ title: 'Verdicts', description: 'What people judged about findings of one SOUP item' });

/** The verdicts of one file. */
export type Verdicts = z.infer<typeof verdictsSchema>;
/** A person's judgement of one or more findings, until a precondition changes. */
export type Verdict = Verdicts['verdicts'][number];
/** One finding that a verdict is about, with what was true of it then: the verdict's key and its preconditions. */
export type JudgedFinding = Verdict['judged'][number];
