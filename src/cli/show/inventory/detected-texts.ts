import type { DetectedIn } from '../../../app/licences/detected-in.ts';

/** How many licences of one file are shown line by line. */
const mostLicences = 6;

/** What was detected in licence files, a line for each licence, with its score where it is not met word for word. */
export function detectedTexts(detected: readonly DetectedIn[]): readonly string[] {
  return detected.flatMap(({ file, licences }) => {
    if (licences.length === 0) return [`${file}: no licence that is known`];
    if (licences.length > mostLicences) {
      const ids = [...new Set(licences.map(({ candidates: [best] }) => best?.id ?? ''))].join(', ');
      const unsure = licences.filter(({ doubt }) => doubt !== undefined).length;
      return [
        `${file}: ${licences.length} licences: ${ids}${unsure === 0 ? '' : `; unsure are ${unsure} of them`}; --json shows where`,
      ];
    }
    return licences.map((one) => {
      const names = one.candidates.map(({ id, score }) => (score === 1 ? id : `${id} (${score})`));
      return `${file}:${one.line} ${names.join(' or ')}${one.doubt === undefined ? '' : ` – unsure: ${one.doubt}`}`;
    });
  });
}
