import type { LocatedValue } from '../../../base/formats/located-value.ts';
import { shapeProblems } from '../../../base/reading.ts';
import { checkSchema } from '../../../base/formats/schema.ts';
import type { ParsedSbom, SbomSerialisation } from '../../../model/inventory/sbom-document.ts';
import { cycloneDxDocument } from './cyclonedx-document.ts';
import { bomSchema } from './cyclonedx-schema.ts';
import { nameDocument } from '../stated/foreign-document.ts';
import { refused } from '../refused.ts';

/** Passes a document through the schema of CycloneDX; what is something else is refused by its name. */
export function checkCycloneDx(
  file: string,
  { value, lineOf }: LocatedValue,
  serialisation: SbomSerialisation,
): ParsedSbom {
  const bom = checkSchema(bomSchema, value);
  if (bom.ok) return cycloneDxDocument(file, bom.value, lineOf, serialisation);
  if (!bom.problems.some(({ keyPath }) => keyPath.length === 0 || keyPath[0] === 'bomFormat'))
    return { document: undefined, diagnostics: shapeProblems(file, bom.problems, lineOf) };
  return refused(
    file,
    { message: `it is ${nameDocument(value)}, not CycloneDX`, at: { line: 1 } },
    'Export the bill of materials as CycloneDX JSON, or list the file under `ignore` in tureen.yaml.',
  );
}
