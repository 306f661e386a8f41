import { z } from 'zod';

const text = z.string().optional();

/** A package of SPDX 2.1 to 2.3, of which only the name and the identifier are required by all of them. */
export const packageSchema = z.object({
  SPDXID: text,
  name: text,
  versionInfo: text,
  packageFileName: text,
  supplier: text,
  originator: text,
  downloadLocation: text,
  homepage: text,
  sourceInfo: text,
  summary: text,
  description: text,
  licenseConcluded: text,
  licenseDeclared: text,
  copyrightText: text,
  primaryPackagePurpose: text,
  validUntilDate: text,
  packageVerificationCode: z.object({ packageVerificationCodeValue: text }).optional(),
  checksums: z.array(z.object({ algorithm: z.string(), checksumValue: z.string() })).optional(),
  externalRefs: z
    .array(z.object({ referenceCategory: text, referenceType: z.string(), referenceLocator: z.string() }))
    .optional(),
  annotations: z.array(z.object({ comment: text })).optional(),
});

/** A relationship of two elements. */
export const relationshipSchema = z.object({
  spdxElementId: z.string(),
  relatedSpdxElement: z.string(),
  relationshipType: z.string(),
});

/** The outer shape of an SPDX 2 document; its entries are checked one by one, for one wrong entry is not a wrong file. */
export const spdxSchema = z.looseObject({
  spdxVersion: z.string().regex(/^SPDX-2\.\d{1,6}$/, {
    error: ({ input }) => `${JSON.stringify(input)} is not SPDX-2.x, the only versions that are read in this form`,
  }),
  name: text.catch(undefined),
  documentNamespace: text.catch(undefined),
  dataLicense: text.catch(undefined),
  creationInfo: z.unknown().optional(),
  documentDescribes: z.array(z.string()).nullish().catch(undefined),
  packages: z.array(z.unknown()).nullish(),
  files: z.array(z.unknown()).nullish().catch(undefined),
  snippets: z.array(z.unknown()).nullish().catch(undefined),
  relationships: z.array(z.unknown()).nullish(),
});

/** Who made a document, when and with what. */
export const creationSchema = z.object({ created: text, creators: z.array(z.string()).optional(), comment: text });

/** An element of which only the identifier matters. */
export const elementSchema = z.object({ SPDXID: text });

/** A package as the file writes it. */
export type SpdxPackage = z.infer<typeof packageSchema>;
/** A document whose entries are not yet checked. */
export type Spdx = z.infer<typeof spdxSchema>;
