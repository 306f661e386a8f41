import { z } from 'zod';
import { releaseVersion } from '../releases/release.ts';
import { day, identifier, text } from './record.ts';

/** The schema of `soup/reviews/<date>.yaml`: the minutes of one vulnerability review. */
export const reviewSchema = z
  .strictObject({
    date: day,
    by: z.array(identifier).min(1),
    data: z
      .string()
      .regex(/^sha256:[0-9a-f]{4,64}$/, "is no hash; write 'sha256:' and the hash that `evaluate` shows")
      .meta({ description: 'Snapshot hash of the advisory data that was looked at' }),
    scope: text.meta({ description: 'What was looked at: releases, software items' }),
    releases: z
      .array(releaseVersion)
      .optional()
      .meta({ description: 'Releases in the field that were looked at, too, with what `tureen watch` shows' }),
    outcome: text,
    findings: z.number().int().nonnegative().optional(),
  })
  .meta({ title: 'Vulnerability review', description: 'Minutes of one vulnerability review' });

/** The minutes of one vulnerability review. */
export type Review = z.infer<typeof reviewSchema>;
