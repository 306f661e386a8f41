import { z } from 'zod';

const hash = z.looseObject({
  alg: z.string(),
  content: z
    .string()
    .regex(
      /^([0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{64}|[0-9a-fA-F]{96}|[0-9a-fA-F]{128})$/,
      'is no hash in hexadecimal',
    ),
});
const organisation = z.looseObject({ name: z.string().optional() });

/** A component of CycloneDX 1.2 to 1.7, of which only the name is required by all of them. */
export const componentSchema = z.looseObject({
  'bom-ref': z.string().optional(),
  type: z.string().optional(),
  group: z.string().optional(),
  name: z.string().optional(),
  version: z.string().optional(),
  /** Since 1.7: which versions of a component may stand here that is not delivered with the product. */
  versionRange: z.string().optional(),
  purl: z.string().optional(),
  scope: z.string().optional(),
  description: z.string().optional(),
  supplier: organisation.optional(),
  /** Since 1.6. */
  manufacturer: organisation.optional(),
  publisher: z.string().optional(),
  hashes: z.array(hash).optional(),
  licenses: z
    .array(
      z.looseObject({
        expression: z.string().optional(),
        license: z.looseObject({ id: z.string().optional(), name: z.string().optional() }).optional(),
      }),
    )
    .optional(),
  externalReferences: z
    .array(z.looseObject({ type: z.string(), url: z.string(), hashes: z.array(hash).optional() }))
    .optional(),
  properties: z.array(z.looseObject({ name: z.string().optional(), value: z.string().optional() })).optional(),
  components: z.array(z.unknown()).optional(),
});

/** An entry of the dependency graph; without `dependsOn` it says that there are no dependencies. */
export const dependencySchema = z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()).optional() });

/** The outer shape of a bill of materials; its entries are checked one by one, for one wrong entry is not a wrong file. */
export const bomSchema = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.string().regex(/^1\.\d+$/, {
    error: ({ input }) => `${JSON.stringify(input)} is not 1.x, the only versions of CycloneDX that are read`,
  }),
  metadata: z.looseObject({ component: z.unknown().optional() }).nullish(),
  components: z.array(z.unknown()).nullish(),
  services: z.array(z.unknown()).nullish(),
  dependencies: z.array(z.unknown()).nullish(),
  compositions: z
    .array(z.looseObject({ aggregate: z.string(), dependencies: z.array(z.unknown()).optional() }))
    .nullish()
    .catch(undefined),
});

/** A component as the file writes it. */
export type BomComponent = z.infer<typeof componentSchema>;
/** A bill of materials whose entries are not yet checked. */
export type Bom = z.infer<typeof bomSchema>;
