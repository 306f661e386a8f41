import { readFileSync, writeFileSync } from 'node:fs';

/** The list of identifiers that CycloneDX publishes beside its schemas: SPDX licences first, exceptions after them. */
export type SpdxSchema = { readonly $comment: string; readonly enum: readonly string[] };

const schemaFile = new URL(
  '../node_modules/@cyclonedx/cyclonedx-library/res/schema/spdx.SNAPSHOT.schema.json',
  import.meta.url,
);
const moduleFile = new URL('../src/base/licences/generated/spdx-license-ids.ts', import.meta.url);

if (import.meta.main) writeFileSync(moduleFile, spdxModule(readSpdxSchema()));

/** Reads the list as it was installed. */
export function readSpdxSchema(): SpdxSchema {
  return JSON.parse(readFileSync(schemaFile, 'utf8')) as SpdxSchema;
}

/** The text of `src/base/licences/generated/spdx-license-ids.ts`. Throws when the list is no longer two sorted runs. */
export function spdxModule({ $comment, enum: ids }: SpdxSchema): string {
  const version = /(\d+\.\d+)(?:\.\d+)?$/.exec($comment)?.[1];
  const falls = ids.flatMap((id, index) => ((ids[index - 1] ?? '').toLowerCase() > id.toLowerCase() ? [index] : []));
  const [border] = falls;
  if (version === undefined || border === undefined || falls.length !== 1) {
    throw new Error(`the SPDX list "${$comment}" is not licences followed by exceptions, each sorted`);
  }
  return `// Written by scripts/generate-spdx-ids.ts.

/** The version of the SPDX licence list that these identifiers come from. */
export const spdxListVersion = '${version}';

/** Every licence of the SPDX licence list, deprecated ones too. */
export const spdxLicenceIds: readonly string[] = [
${rows(ids.slice(0, border))}
];

/** Every exception of the SPDX licence list. */
export const spdxExceptionIds: readonly string[] = [
${rows(ids.slice(border))}
];
`;
}

function rows(ids: readonly string[]): string {
  return ids.map((id) => `  '${id}',`).join('\n');
}
