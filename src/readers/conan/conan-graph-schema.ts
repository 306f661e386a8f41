import { z } from 'zod';

const text = z.string().nullish();

/** Older versions of Conan 2 write the words `"True"` and `"False"`. */
const flag = z.union([z.boolean(), z.enum(['True', 'False']).transform((word) => word === 'True')]).default(false);

const nodeSchema = z.looseObject({
  ref: z.string(),
  name: text,
  recipe: text,
  context: text,
  prev: text,
  license: z.union([z.string(), z.array(z.string())]).nullish(),
  homepage: text,
  description: text,
  python_requires: z.record(z.string(), z.unknown()).nullish(),
  dependencies: z.record(z.string(), z.looseObject({ direct: flag, build: flag, test: flag })).default({}),
});

/** The schema of a graph that Conan 2 prints as JSON. */
export const conanGraphSchema = z.looseObject({
  graph: z.looseObject({ nodes: z.record(z.string(), nodeSchema) }),
});

/** A node of a printed graph as its schema gives it. */
export type GraphNode = z.infer<typeof nodeSchema>;
