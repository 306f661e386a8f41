import { syntaxProblem } from '../../base/reading.ts';
import type { LinePlace } from '../../model/place.ts';
import type { ParsedSbom } from '../../model/inventory/sbom-document.ts';

/** What comes of a text that cannot be read at all. */
export function refused(
  file: string,
  { message, at }: { readonly message: string; readonly at: Omit<LinePlace, 'file'> },
  help?: string,
): ParsedSbom {
  const problem = syntaxProblem(file, message, at);
  return { document: undefined, diagnostics: [help === undefined ? problem : { ...problem, help }] };
}
