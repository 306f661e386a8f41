import type { SbomDocument, SbomFamily, SbomSerialisation } from '../../../model/inventory/sbom-document.ts';

/** Whether a document is of a version of its specification that is not known; CycloneDX is JSON since 1.2. */
export function unknownSpec({ family, specVersion, serialisation }: SbomDocument): boolean {
  return !linesOf(family, serialisation).some((versions) => versions.includes(specVersion));
}

/** The versions that are known of the line that a version belongs to, for a person, and the newest of them. */
export function newestSpec({ family, specVersion, serialisation }: SbomDocument): {
  readonly known: string;
  readonly newest: string;
} {
  const lines = linesOf(family, serialisation);
  const major = specVersion.split('.')[0];
  const versions = lines.find(([first]) => first?.split('.')[0] === major) ?? lines[0] ?? [];
  const newest = versions.at(-1) ?? '';
  return { known: `${versions[0]} to ${newest}`, newest };
}

function linesOf(family: SbomFamily, serialisation: SbomSerialisation): readonly (readonly string[])[] {
  if (family === 'CycloneDX') return [serialisation === 'xml' ? ['1.0', '1.1', ...cycloneDx] : cycloneDx];
  return serialisation === 'json-ld' ? [['3.0.0', '3.0.1']] : [['2.1', '2.2', '2.3']];
}

const cycloneDx = ['1.2', '1.3', '1.4', '1.5', '1.6', '1.7'];
