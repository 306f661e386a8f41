import { z } from 'zod';
import { identifier, text } from './record.ts';

/** The schema of who uses a SOUP item: one software item of the device, its modules that do, and through which interface. */
export const itemUseSchema = z
  .strictObject({
    softwareItem: identifier.meta({ description: 'Id of a software item of tureen.yaml' }),
    modules: z.array(text).default([]).meta({
      description: 'Globs of the own source files that use it; lines elsewhere that import it are diagnostics',
    }),
    interface: text.optional().meta({
      description: 'Functions, calls or protocols that are used, and what passes through them',
    }),
  })
  .meta({ description: 'Who uses it, and through which interface (5.3.2)' });

/** Who uses a SOUP item, as its record says. */
export type ItemUse = z.infer<typeof itemUseSchema>;
