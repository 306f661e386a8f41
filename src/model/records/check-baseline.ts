import { z } from 'zod';

const known = z.strictObject({
  rule: z.string(),
  file: z.string(),
  /** Package URL of what it is about, without version; absent where it is about no package. */
  subject: z.string().optional(),
  /** The id of the anomaly that it is about: another one of the same package is another problem. */
  anomaly: z.string().optional(),
  count: z.int().positive(),
});

/** The schema of a baseline of `check`: what was wrong on the day on which a team began with it; generated. */
export const checkBaselineSchema = z
  .strictObject({ made: z.iso.date(), known: z.array(known) })
  .meta({ title: 'Baseline of check', description: 'Problems that were there when check was first asked; generated' });

/** Problems that were there before; lines and words may change, the number of each rule in each file counts. */
export type CheckBaseline = z.infer<typeof checkBaselineSchema>;
/** How often a rule found something in a file about a package. */
export type KnownProblem = CheckBaseline['known'][number];
