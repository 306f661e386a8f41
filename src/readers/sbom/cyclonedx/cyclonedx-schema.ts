import { z } from 'zod';

const text = z.string().optional();
const hash = z.object({ alg: z.string(), content: z.string() });
const contact = z.object({ name: text, email: text, phone: text });
const organisation = z.object({
  name: text,
  url: z.array(z.string()).optional(),
  contact: z.array(contact).optional(),
});
const properties = z.array(z.object({ name: text, value: text })).optional();
const references = z
  .array(z.object({ type: z.string(), url: z.string(), hashes: z.array(hash).optional() }))
  .optional();
const licences = z
  .array(
    z.object({
      expression: text,
      acknowledgement: text,
      license: z.object({ id: text, name: text, acknowledgement: text }).optional(),
    }),
  )
  .optional();

/** A component of CycloneDX 1.0 to 1.7, of which only the name is required by all of them. */
export const componentSchema = z.object({
  'bom-ref': text,
  type: text,
  group: text,
  name: text,
  version: text,
  /** Since 1.7: which versions of a component may stand here that is not delivered with the product. */
  versionRange: text,
  purl: text,
  cpe: text,
  swid: z.object({ tagId: text }).optional(),
  /** Since 1.6. */
  omniborId: z.array(z.string()).optional(),
  /** Since 1.6. */
  swhid: z.array(z.string()).optional(),
  scope: text,
  copyright: text,
  description: text,
  supplier: organisation.optional(),
  /** Since 1.6. */
  manufacturer: organisation.optional(),
  author: text,
  /** Since 1.6. */
  authors: z.array(contact).optional(),
  publisher: text,
  hashes: z.array(hash).optional(),
  licenses: licences,
  externalReferences: references,
  properties,
  components: z.array(z.unknown()).optional(),
});

/** An entry of the dependency graph; without `dependsOn` it says that there are no dependencies. */
export const dependencySchema = z.object({ ref: z.string(), dependsOn: z.array(z.string()).optional() });

/** A statement on how much of the parts or dependencies of some elements is told. */
export const compositionSchema = z.object({
  aggregate: z.string(),
  assemblies: z.array(z.string()).optional(),
  dependencies: z.array(z.string()).optional(),
});

/** A service, of which only the reference matters here. */
export const serviceSchema = z.object({ 'bom-ref': text, services: z.array(z.unknown()).optional() });

/** A tool of before 1.5, or a component that is one. */
export const toolSchema = z.object({ vendor: text, name: text, version: text, 'bom-ref': text });

/** What a document says of itself. */
export const metadataSchema = z.object({
  timestamp: text,
  tools: z.unknown().optional(),
  lifecycles: z.array(z.object({ phase: text, name: text })).optional(),
  authors: z.array(contact).optional(),
  supplier: organisation.optional(),
  /** Since 1.6 the organisation that made the document; before, as `manufacture`, who made what it describes. */
  manufacturer: organisation.optional(),
  manufacture: organisation.optional(),
  licenses: licences,
  properties,
  component: z.unknown().optional(),
});

/** The outer shape of a bill of materials; its entries are checked one by one, for one wrong entry is not a wrong file. */
export const bomSchema = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.string().regex(/^1\.\d{1,6}$/, {
    error: ({ input }) => `${JSON.stringify(input)} is not 1.x, the only versions of CycloneDX that are read`,
  }),
  serialNumber: z.unknown().optional(),
  version: z.unknown().optional(),
  metadata: z.looseObject({}).nullish(),
  components: z.array(z.unknown()).nullish(),
  services: z.array(z.unknown()).nullish(),
  dependencies: z.array(z.unknown()).nullish(),
  compositions: z.array(z.unknown()).nullish().catch(undefined),
  vulnerabilities: z.array(z.unknown()).nullish().catch(undefined),
  externalReferences: z.unknown().optional(),
  properties: z.unknown().optional(),
  signature: z.unknown().optional(),
});

/** References and properties of a document, checked apart from the rest of it. */
export const furtherSchema = z.object({ externalReferences: references, properties });

/** A component as the file writes it. */
export type BomComponent = z.infer<typeof componentSchema>;
/** A bill of materials whose entries are not yet checked. */
export type Bom = z.infer<typeof bomSchema>;
/** An organisation as the file writes it. */
export type BomOrganisation = z.infer<typeof organisation>;
/** A person as the file writes one. */
export type BomContact = z.infer<typeof contact>;
/** Licences as the file writes them. */
export type BomLicences = z.infer<typeof licences>;
