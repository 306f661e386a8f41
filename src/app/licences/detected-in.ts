import type { DetectedLicence } from '../../model/licences/detected-licence.ts';
import type { LicenceFiles } from '../../model/licences/licence-files.ts';

/** A licence file, and what was detected in it. */
export type DetectedIn = { readonly file: string; readonly licences: readonly DetectedLicence[] };

/** What the licence files of a component hold: a fact of its own beside what is declared and what a person concluded. */
export function detectedIn(found: LicenceFiles, purl: string): readonly DetectedIn[] {
  if (found.kind === 'not-looked') return [];
  return (found.of.get(purl) ?? []).map(({ path, detected }) => ({ file: path, licences: detected }));
}
