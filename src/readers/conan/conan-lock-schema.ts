import { z } from 'zod';

const text = z.string();
const references = z.array(z.union([text, z.tuple([text], z.unknown())])).optional();

/** A node of the graph in a lockfile of Conan 1; older versions write one reference, `pref`, where later ones write three values. */
const nodeSchema = z.looseObject({
  ref: text.nullish(),
  pref: text.nullish(),
  path: text.nullish(),
  prev: text.nullish(),
  context: text.nullish(),
  requires: z.union([z.array(text), z.record(text, text)]).nullish(),
  build_requires: z.union([z.array(text), z.record(text, text)]).nullish(),
  python_requires: z.array(text).nullish(),
});

/** The schema of a lockfile of Conan 1, which holds a graph. */
export const conanNodesSchema = z.looseObject({
  version: text.optional(),
  graph_lock: z.looseObject({ nodes: z.record(text, nodeSchema) }),
});

/** The schema of a lockfile of Conan 2, which holds lists; an entry that locks packages too is a list itself. */
export const conanListsSchema = z.looseObject({
  version: text,
  requires: references,
  build_requires: references,
  python_requires: references,
  config_requires: references,
});

/** A node of the graph in a lockfile of Conan 1. */
export type LockedNode = z.infer<typeof nodeSchema>;
/** A lockfile of Conan 2 as its schema gives it. */
export type ConanLists = z.infer<typeof conanListsSchema>;
