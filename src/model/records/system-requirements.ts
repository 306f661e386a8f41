import { z } from 'zod';
import { packageUrl, reference, text } from './record.ts';
import { versionRange } from '../anomalies/version-range.ts';

const named = z.strictObject({
  name: text.meta({ description: 'As `target:` of tureen.yaml calls it, such as Debian or python' }),
  version: versionRange.optional(),
});

const gpu = named.extend({
  name: text.meta({
    description: 'The interface or kind, as `target:` of tureen.yaml calls it, such as CUDA or WebGL',
  }),
  memoryMb: z.number().positive().optional(),
});

const library = z.strictObject({
  package: packageUrl.meta({ description: 'Package URL without version, as the inventory has it' }),
  version: versionRange.optional(),
});

/**
 * The schema of the hardware and software that a SOUP item needs (5.3.4). What is written as text a person compares with the
 * target; what is written in parts is compared by the tool.
 */
export const systemRequirementsSchema = z
  .strictObject({
    os: z.union([text, named]).optional(),
    architecture: z.array(text).optional().meta({ description: 'Processor architectures, one of which will do' }),
    memoryMb: z.number().positive().optional(),
    gpu: z.union([text, gpu]).optional(),
    runtime: z.union([text, named]).optional(),
    libraries: z
      .array(z.union([text, library]))
      .optional()
      .meta({ description: 'What has to stand beside it and it does not bring in itself' }),
    source: reference.optional(),
  })
  .meta({ description: 'Hardware and software that it needs (5.3.4)' });

/** The hardware and software that a SOUP item needs. */
export type SystemRequirements = z.infer<typeof systemRequirementsSchema>;
