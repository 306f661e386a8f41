import type { LocatedValue } from '../../../base/formats/located-value.ts';
import { shapeProblems } from '../../../base/reading.ts';
import { checkSchema } from '../../../base/formats/schema.ts';
import type { ParsedSbom, SbomSerialisation } from '../../../model/inventory/sbom-document.ts';
import { nameDocument } from '../stated/foreign-document.ts';
import { refused } from '../refused.ts';
import { spdxDocument } from './spdx-document.ts';
import { spdxSchema } from './spdx-schema.ts';

/** Passes a document through the schema of SPDX 2; what is something else is refused by its name. */
export function checkSpdx(file: string, { value, lineOf }: LocatedValue, serialisation: SbomSerialisation): ParsedSbom {
  const spdx = checkSchema(spdxSchema, value);
  if (spdx.ok) return spdxDocument(file, spdx.value, lineOf, serialisation);
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, 'spdxVersion'))
    return { document: undefined, diagnostics: shapeProblems(file, spdx.problems, lineOf) };
  const name = nameDocument(value);
  return refused(
    file,
    { message: name.startsWith('JSON') ? 'it has no "spdxVersion"' : `it is ${name}, not SPDX 2`, at: { line: 1 } },
    'Export the bill of materials as SPDX 2.3, or list the file under `ignore` in tureen.yaml.',
  );
}
