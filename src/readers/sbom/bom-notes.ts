import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { BomEntry } from './bom-entries.ts';
import { unheldAlgorithms } from './cyclonedx-component.ts';
import type { Bom } from './cyclonedx-schema.ts';

/** What must be said of a bill of materials as a whole: once a file, with the count. */
export function bomNotes(file: string, bom: Bom, entries: readonly BomEntry[]): Diagnostic[] {
  const minor = Number(bom.specVersion.slice(2));
  const made = entries.filter(({ identity }) => !identity.stated).map(({ identity }) => identity.purl);
  const algorithms = entries.flatMap(({ component }) => unheldAlgorithms(component));
  const services = bom.services?.length ?? 0;
  return [
    ...(minor >= 2 && minor <= 7 ? [] : [unknownVersion(file, bom.specVersion)]),
    ...(entries.length > 0 ? [] : [note(file, `${file} lists no component`, notes.empty)]),
    ...(made.length === 0
      ? []
      : [
          note(
            file,
            `${made.length} of ${entries.length} components have no package URL: ${examples(made)}`,
            notes.made,
          ),
        ]),
    ...(algorithms.length === 0
      ? []
      : [
          note(
            file,
            `hashes of kinds that the inventory does not hold (${algorithms.length}): ${examples(algorithms)}`,
            notes.hashes,
          ),
        ]),
    ...(services === 0
      ? []
      : [note(file, `services were not taken, they are no software of the product (${services})`, notes.services)]),
  ];
}

const notes = {
  empty: 'If it is a VEX document, it belongs to the verdicts, not to the inventory.',
  made: 'They are identified by group and name, and no source of advisories covers them; ask the author of the file for package URLs.',
  hashes: 'They stay in the file; nothing is to be done where an entry has a hash of another kind too.',
  services: 'Enter what is delivered with the product as a component.',
};

function unknownVersion(file: string, specVersion: string): Diagnostic {
  return entryProblem(
    { file },
    `${file} is CycloneDX ${specVersion}; 1.2 to 1.7 are known, and what another version adds is not read`,
    'Compare the count of components with the file, or export it as CycloneDX 1.7.',
  );
}

function note(file: string, message: string, help: string): Diagnostic {
  return { rule: 'reading/entry', severity: 'note', message, place: { file }, help };
}

/** At most five different ones, quoted. */
function examples(texts: readonly string[]): string {
  const distinct = [...new Set(texts)].toSorted();
  return `${distinct.slice(0, 5).map(quote).join(', ')}${distinct.length > 5 ? ' …' : ''}`;
}
