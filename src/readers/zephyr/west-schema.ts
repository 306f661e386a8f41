import { z } from 'zod';

const text = z.string();

/** A key without a value is as good as absent. */
const blank = z.literal('').transform(() => undefined);
const optionalText = text.transform((value) => value || undefined).optional();
const texts = z.union([z.array(text), blank]).optional();

const projectSchema = z.looseObject({
  name: text.min(1),
  url: optionalText,
  remote: optionalText,
  'repo-path': optionalText,
  revision: optionalText,
  path: optionalText,
  groups: texts,
  import: z.unknown().optional(),
  submodules: z.unknown().optional(),
});

const sectionSchema = z.looseObject({
  defaults: z.union([z.looseObject({ remote: optionalText, revision: optionalText }), blank]).optional(),
  remotes: z.union([z.array(z.looseObject({ name: text, 'url-base': text })), blank]).optional(),
  projects: z.union([z.array(projectSchema), blank]).optional(),
  'group-filter': texts,
  self: z.union([z.looseObject({ import: z.unknown().optional() }), blank]).optional(),
});

/** The schema of a west manifest, all scalars as text. */
export const westSchema = z.looseObject({ manifest: sectionSchema });

/** The section that makes a file a manifest. */
export type WestManifest = z.infer<typeof sectionSchema>;
/** A project as a manifest lists it. */
export type WestProject = z.infer<typeof projectSchema>;
