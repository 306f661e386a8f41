import { z } from 'zod';
import type { SafetyClass } from '../clause.ts';
import { distribution } from '../licences/licence-use.ts';
import { day, identifier, safetyClass, text } from './record.ts';
import { segregationSchema } from './segregation.ts';

const source = z
  .union([
    text,
    z.strictObject({
      files: text.meta({ description: 'Glob over paths from the repository root' }),
      scope: z.enum(['runtime', 'optional', 'development']).optional().meta({
        description: 'How everything in these files is used, where the files themselves do not tell',
      }),
      reason: text.optional().meta({ description: 'Why; required with scope' }),
      by: identifier.optional().meta({ description: 'Who decided the scope' }),
      on: day.optional().meta({ description: 'When the scope was decided' }),
    }),
  ])
  .refine((value) => typeof value === 'string' || value.scope === undefined || value.reason !== undefined, {
    message: 'has a scope without a reason; add reason',
  })
  .meta({ description: 'Glob of lockfiles, manifests or package databases that the item is built from' });

/** The schema of a part of the architecture with its own safety class. */
export const softwareItemSchema = z
  .strictObject({
    id: identifier,
    name: text,
    parent: identifier.optional().meta({ description: 'The software item that it is a part of' }),
    class: safetyClass.optional().meta({
      description: 'Without one it has the class of its parent; without that it counts as the highest',
    }),
    rationale: text.optional().meta({
      description:
        "Why the class is what it is; required where it is lower than the parent's, or than C without one (4.3)",
    }),
    segregation: segregationSchema.optional(),
    distribution: distribution.optional(),
    sources: z
      .array(source)
      .min(1)
      .default([])
      .meta({ description: 'What it is built from; an item that only holds parts has none of its own' }),
  })
  .meta({ description: 'A part of the architecture with its own safety class (4.3)' });

/** A part of the architecture with its own safety class and the sources that it claims. */
export type SoftwareItem = z.infer<typeof softwareItemSchema>;

/** A software item in the tree of all, with the class that holds for it and where that comes from. */
export type SoftwareEntry = {
  readonly item: SoftwareItem;
  /** The items that it is a part of, from the outermost to itself; cut where a parent is unknown or stands in a circle. */
  readonly path: readonly SoftwareItem[];
  readonly class: SafetyClass;
  readonly classFrom: 'record' | 'parent' | 'nobody';
};
