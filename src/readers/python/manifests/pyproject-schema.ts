import { z } from 'zod';

const texts = z.array(z.string());
const entries = z.record(z.string(), z.unknown());

/** The schema of what a pyproject.toml says of dependencies: the standard tables, and those of Poetry and PDM. */
export const pyprojectSchema = z.looseObject({
  project: z
    .looseObject({
      name: z.string().optional(),
      dynamic: texts.default([]),
      dependencies: texts.default([]),
      'optional-dependencies': z.record(z.string(), texts).default({}),
    })
    .optional(),
  'dependency-groups': z.record(z.string(), z.array(z.unknown())).default({}),
  tool: z
    .looseObject({
      poetry: z
        .looseObject({
          name: z.string().optional(),
          dependencies: entries.default({}),
          'dev-dependencies': entries.default({}),
          group: z.record(z.string(), z.looseObject({ dependencies: entries.default({}) })).default({}),
        })
        .optional(),
      pdm: z.looseObject({ 'dev-dependencies': z.record(z.string(), texts).default({}) }).optional(),
    })
    .optional(),
});

/** A pyproject.toml as its schema gives it. */
export type Pyproject = z.infer<typeof pyprojectSchema>;
