import { z } from 'zod';

const text = z.string();

const packageSchema = z.looseObject({
  SPDXID: text,
  name: text,
  versionInfo: text.optional(),
  downloadLocation: text.optional(),
  homepage: text.optional(),
  licenseConcluded: text.optional(),
  licenseDeclared: text.optional(),
  description: text.optional(),
  checksums: z.array(z.looseObject({ algorithm: text, checksumValue: text })).default([]),
});

/** The schema of the SPDX document (2.2, 2.3) that vcpkg writes for each port it installs. */
export const vcpkgSpdxSchema = z.looseObject({
  spdxVersion: text,
  packages: z.array(packageSchema),
});

/** A package of such a document: the port, what was built of it, or what was downloaded for it. */
export type VcpkgSpdxPackage = z.infer<typeof packageSchema>;
