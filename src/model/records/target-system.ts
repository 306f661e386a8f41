import { z } from 'zod';
import { text } from './record.ts';

const named = z.strictObject({ name: text, version: text.optional() });

/** The schema of the system that the product runs on. */
export const targetSystemSchema = z
  .strictObject({
    os: z.union([text, named]).optional().meta({ description: 'As text, or as name and version, which are compared' }),
    architecture: text.optional(),
    memoryMb: z.number().positive().optional(),
    gpu: z
      .union([text, named.extend({ memoryMb: z.number().positive().optional() })])
      .optional()
      .meta({ description: 'As text, or as name (CUDA, WebGL …), version and memory, which are compared' }),
    runtimes: z.record(z.string(), z.string()).optional().meta({ description: 'Versions of runtimes by their names' }),
  })
  .meta({ description: 'The system that the product runs on; 5.3.4 is checked against it' });

/** The system that the product runs on. */
export type TargetSystem = z.infer<typeof targetSystemSchema>;
