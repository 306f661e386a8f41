import { z } from 'zod';
import { reference, text } from './record.ts';

/** The schema of what keeps software from harming other software, and what shows that it does (5.3.5). */
export const segregationSchema = z
  .strictObject({
    mechanism: text.meta({ description: 'What keeps it apart, such as a process of its own without write access' }),
    evidence: z.array(reference).default([]).meta({ description: 'Tests or documents that show that it works' }),
  })
  .meta({ description: 'What keeps it from harming other software items (5.3.5)' });

/** What keeps software from harming other software, and what shows that it does. */
export type Segregation = z.infer<typeof segregationSchema>;
