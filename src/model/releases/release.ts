import { z } from 'zod';
import { day, identifier, text } from '../records/record.ts';

/** The name of a release, which is a folder, too: letters, digits, `.`, `_`, `+`, `-`. */
export const releaseVersion = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._+-]{0,99}$/, "is no name of a release; use letters, digits, '.', '_', '+' and '-'");

const support = z
  .strictObject({
    until: day.optional().meta({ description: 'The last day on which it is supported, as users were told' }),
    ended: z
      .strictObject({ on: day, reason: text.meta({ description: 'Why, such as: no site runs it any more' }) })
      .optional()
      .meta({ description: 'That support has ended, or will on that day; from then on nobody watches it' }),
  })
  .meta({ description: 'Until when somebody answers for it in the field' });

const source = z
  .strictObject({
    commit: z
      .string()
      .regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/, 'is no full hash of a commit')
      .optional(),
    name: text.optional().meta({ description: 'How it was named when it was frozen, such as the tag v2.3.0' }),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .meta({ description: 'Of the single file that it was frozen from, such as an SBOM of that time' }),
  })
  .meta({ description: 'What it was frozen from; absent where that was the folder as it stood' });

const frozenFile = z.strictObject({
  file: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'is no name of a file in this folder')
    .meta({ examples: ['inventory.json', 'sbom.cdx.json'] }),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256 in lower-case hexadecimal'),
});

/** The schema of `soup/releases/<version>/release.yaml`: a version that went to the field, and what was frozen of it. */
export const releaseSchema = z
  .strictObject({
    version: releaseVersion,
    date: day.meta({ description: 'The day on which it was released' }),
    support: support.default({}),
    source: source.optional(),
    recorded: z
      .strictObject({ by: identifier, on: day })
      .meta({ description: 'Who recorded it, and when; it is no approval' }),
    frozen: z
      .array(frozenFile)
      .min(1)
      .meta({ description: 'The files beside this one with their hashes; written by the tool, never by hand' }),
    doubts: z
      .array(text)
      .default([])
      .meta({ description: 'What was not understood when it was frozen: the inventory may hold more than it tells' }),
  })
  .meta({ title: 'Release', description: 'A version that went to the field, and what was frozen of it' });

/** A version that went to the field. */
export type Release = z.infer<typeof releaseSchema>;
