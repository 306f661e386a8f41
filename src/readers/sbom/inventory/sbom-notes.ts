import { quote } from '../../../base/quote.ts';
import { entryProblem } from '../../../base/reading.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { SbomComponent, SbomDocument } from '../../../model/inventory/sbom-document.ts';
import { unheldAlgorithms } from './inventory-component.ts';
import { newestSpec, unknownSpec } from './known-specs.ts';
import type { SbomEntry } from './sbom-entry.ts';

/** What must be said of an SBOM as a whole: once a file, with the count. */
export function sbomNotes(
  file: string,
  document: SbomDocument,
  entries: readonly SbomEntry[],
  isOwn: (component: SbomComponent) => boolean,
): Diagnostic[] {
  const made = entries.filter(({ identity }) => !identity.stated).map(({ identity }) => identity.purl);
  const algorithms = entries.flatMap(({ component }) => unheldAlgorithms(component));
  const { subjects, services, vulnerabilities } = document;
  const notes: (readonly [message: string, help: string])[] = [];
  if (entries.length === 0 && subjects.every(isOwn)) notes.push([`${file} lists no component`, help.empty]);
  if (subjects.some((one) => !isOwn(one)))
    notes.push([`${file} describes each of its ${subjects.length} packages, and names none as the product`, help.all]);
  if (made.length > 0)
    notes.push([`${made.length} of ${entries.length} components have no package URL: ${examples(made)}`, help.made]);
  if (algorithms.length > 0)
    notes.push([
      `hashes of kinds that the inventory does not hold (${algorithms.length}): ${examples(algorithms)}`,
      help.hashes,
    ]);
  if (services > 0)
    notes.push([`services were not taken, they are no software of the product (${services})`, help.services]);
  if (vulnerabilities > 0 && document.family === 'SPDX')
    notes.push([`statements on vulnerabilities were not taken (${vulnerabilities})`, help.vulnerabilities]);
  return [
    ...(unknownSpec(document) ? [unknownVersion(file, document)] : []),
    ...notes.map(([message, help]): Diagnostic => ({
      rule: 'reading/entry',
      severity: 'note',
      message,
      place: { file },
      help,
    })),
  ];
}

const help = {
  empty: 'If it is a VEX document, it belongs to the verdicts, not to the inventory.',
  all: 'All were taken as packages of others; describe only the product, and say what it depends on.',
  made: 'They are identified by group and name, and no source of advisories covers them; ask the author of the file for package URLs.',
  hashes: 'They stay in the file; nothing is to be done where an entry has a hash of another kind too.',
  services: 'Enter what is delivered with the product as a component.',
  vulnerabilities: 'They stay in the file; a supplier states them in a VEX document, which is evidence for a verdict.',
};

/** That a document is of a version which is not known, and read as far as it is like those that are. */
export function unknownVersion(file: string, document: SbomDocument): Diagnostic {
  const { family, specVersion } = document;
  const { known, newest } = newestSpec(document);
  return entryProblem(
    { file },
    `${file} is ${family} ${specVersion}; ${known} are known, and what another version adds is not read`,
    `Compare the count of components with the file, or export it as ${family} ${newest}.`,
  );
}

/** At most five different ones, quoted. */
function examples(texts: readonly string[]): string {
  const distinct = [...new Set(texts)].toSorted();
  return `${distinct.slice(0, 5).map(quote).join(', ')}${distinct.length > 5 ? ' …' : ''}`;
}
