import { z } from 'zod';

/** An algorithm and a digest, such as `sha256:9f86…`; what a path is made of it must not lead anywhere. */
const digest = z.string().regex(/^[a-z0-9+._-]{1,32}:[A-Za-z0-9=_-]{1,256}$/, 'is no digest');

const platform = z.object({
  architecture: z.string().optional(),
  os: z.string().optional(),
  variant: z.string().optional(),
});

/** A descriptor of the OCI image specification 1.1: what to find under which digest. */
const descriptor = z.object({
  digest,
  mediaType: z.string().optional(),
  size: z.number().optional(),
  platform: platform.optional(),
  annotations: z.record(z.string(), z.string()).nullish(),
});

/** An image index, or the `index.json` of a layout. */
export const indexSchema = z.object({ manifests: z.array(descriptor).max(1000) });

/** An image manifest; what is no image has a configuration of another kind. */
export const manifestSchema = z.object({ config: descriptor, layers: z.array(descriptor).max(1000) });

/** The configuration of an image, as far as it tells of layers. */
export const configSchema = z.object({
  architecture: z.string().optional(),
  os: z.string().optional(),
  rootfs: z.object({ diff_ids: z.array(digest).max(1000).nullish() }).optional(),
  history: z
    .array(z.object({ created_by: z.string().optional(), empty_layer: z.boolean().optional() }))
    .max(10_000)
    .nullish(),
});

/** The `manifest.json` of docker save. */
export const savedImagesSchema = z
  .array(
    z.object({
      Config: z.string(),
      RepoTags: z.array(z.string()).nullish(),
      Layers: z.array(z.string()).max(1000).nullish(),
    }),
  )
  .max(1000);

/** What a digest leads to. */
export type Descriptor = z.infer<typeof descriptor>;
/** What tells of the layers of an image. */
export type ImageConfig = z.infer<typeof configSchema>;
