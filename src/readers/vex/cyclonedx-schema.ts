import { z } from 'zod';

const componentSchema = z.object({
  'bom-ref': z.string().optional(),
  name: z.string().optional(),
  version: z.string().optional(),
  purl: z.string().optional(),
  cpe: z.string().optional(),
  get components() {
    return z.array(componentSchema).optional();
  },
});

const organisationSchema = z.object({ name: z.string().optional() });

/** What VEX of CycloneDX 1.4 to 1.7 is read from; each vulnerability is checked on its own. */
export const cyclonedxSchema = z.object({
  serialNumber: z.string().optional(),
  version: z.number().optional(),
  metadata: z
    .object({
      timestamp: z.string().optional(),
      component: componentSchema.optional(),
      manufacturer: organisationSchema.optional(),
      manufacture: organisationSchema.optional(),
      supplier: organisationSchema.optional(),
      authors: z.array(organisationSchema).optional(),
    })
    .optional(),
  components: z.array(componentSchema).optional(),
  vulnerabilities: z.array(z.unknown()),
});

/** A vulnerability with its analysis. */
export const cyclonedxVulnerabilitySchema = z.object({
  id: z.string(),
  references: z.array(z.object({ id: z.string() })).optional(),
  recommendation: z.string().optional(),
  analysis: z
    .object({
      state: z.string().optional(),
      justification: z.string().optional(),
      response: z.array(z.string()).optional(),
      detail: z.string().optional(),
      lastUpdated: z.string().optional(),
      firstIssued: z.string().optional(),
    })
    .optional(),
  affects: z
    .array(
      z.object({
        ref: z.string(),
        versions: z
          .array(
            z.object({
              version: z.string().optional(),
              range: z.string().optional(),
              status: z.string().optional(),
            }),
          )
          .optional(),
      }),
    )
    .optional(),
  properties: z.array(z.object({ name: z.string().optional(), value: z.string().optional() })).optional(),
});

/** A component as a document lists it. */
export type CyclonedxComponent = z.infer<typeof componentSchema>;
/** A document of CycloneDX with vulnerabilities. */
export type CyclonedxVex = z.infer<typeof cyclonedxSchema>;
/** A vulnerability with its analysis, as a document lists it. */
export type CyclonedxVulnerability = z.infer<typeof cyclonedxVulnerabilitySchema>;
