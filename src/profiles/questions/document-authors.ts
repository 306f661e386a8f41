import type { Given, SbomAgent, SbomDocument } from '../../model/inventory/sbom-document.ts';
import type { SbomQuestion } from '../../model/plugs/sbom-profile.ts';
import { met, missing, notApplicable } from '../answers.ts';
import { reachable } from './component-makers.ts';

/** Asks who wrote the SBOM; a tool answers for nothing. */
export const sbomAuthor: SbomQuestion = {
  title: 'The SBOM names its author',
  help: {
    cyclonedx: 'Write the people in `metadata.authors`, or the organisation in `metadata.manufacturer`.',
    spdx: 'Add a creator `Organization: …` or `Person: …` (SPDX 3: `createdBy`); a tool alone is none.',
  },
  subject: 'document',
  ask: ({ document }) => {
    if ([...document.authors, ...makersOf(document)].some(({ value }) => value.name !== undefined)) return met;
    if (document.manufacturer !== undefined && makersOf(document).length === 0)
      return missing('names in metadata.manufacture who makes the product, and nobody who wrote the SBOM');
    return missing(document.tools.length > 0 ? 'names a tool and no author' : 'names no author');
  },
  examples: [
    {
      title: 'A tool is no author',
      over: 'cyclonedx',
      changes: { 'metadata.manufacturer': undefined },
      says: ['the SBOM names a tool and no author'],
    },
    {
      title: 'A person is enough',
      over: 'cyclonedx',
      changes: { 'metadata.manufacturer': undefined, 'metadata.authors': [{ name: 'A. Author' }] },
      says: [],
    },
    {
      title: 'Of the creators one is not a tool',
      over: 'spdx',
      changes: { 'creationInfo.creators': ['Tool: generator-2.1.0'] },
      says: ['the SBOM names a tool and no author'],
    },
  ],
};

/** Asks how to reach who made the SBOM. */
export const sbomCreatorContact: SbomQuestion = {
  title: 'The SBOM says how to reach its creator',
  help: {
    cyclonedx:
      'Write an e-mail address in `metadata.manufacturer.contact[].email`, else a URL in `metadata.manufacturer.url`.',
    spdx: 'SPDX 3: give the agent of `createdBy` an `externalIdentifier` of type `email`, else one with a URL.',
  },
  subject: 'document',
  ask: ({ document }) => {
    const asked = document.family === 'SPDX' ? document.authors : makersOf(document);
    if (asked.some(({ value }) => reachable(value))) return met;
    if (asked.length > 0) return missing('has a creator without an e-mail address or URL');
    return missing(
      document.family === 'CycloneDX' && document.authors.length > 0
        ? 'names people in metadata.authors, and no creator in metadata.manufacturer'
        : 'names no creator',
    );
  },
  examples: [
    {
      title: 'No address',
      over: 'cyclonedx',
      changes: { 'metadata.manufacturer': { name: 'Example Devices' } },
      says: ['the SBOM has a creator without an e-mail address or URL'],
    },
    {
      title: 'Authors are not where it is looked for',
      over: 'cyclonedx',
      changes: { 'metadata.manufacturer': undefined, 'metadata.authors': [{ email: 'a@devices.example' }] },
      says: ['the SBOM names people in metadata.authors, and no creator in metadata.manufacturer'],
    },
  ],
};

/** Asks for a signature inside the SBOM. */
export const sbomSignature: SbomQuestion = {
  title: 'The SBOM is signed by its author',
  help: {
    cyclonedx:
      'Sign it (`signature` in JSON, an XML signature in XML), or refer to the signature by an external reference of type `digital-signature`.',
    spdx: 'Sign the file and deliver the signature beside it.',
  },
  subject: 'document',
  ask: ({ document }) => {
    if (document.signature !== undefined || document.references.some(({ type }) => type === 'digital-signature'))
      return met;
    return document.family === 'SPDX'
      ? notApplicable('SPDX has no place for a signature: it goes beside the file')
      : missing('is not signed');
  },
  examples: [
    {
      title: 'No signature',
      over: 'cyclonedx',
      changes: { signature: undefined },
      says: ['the SBOM is not signed'],
    },
    {
      title: 'A signature beside it',
      over: 'cyclonedx',
      changes: {
        signature: undefined,
        externalReferences: [{ type: 'digital-signature', url: 'https://devices.example/sbom.sig' }],
      },
      says: [],
    },
  ],
};

/** Asks for the tool that made the SBOM. */
export const toolName: SbomQuestion = {
  title: 'The SBOM names the tool that made it',
  help: {
    cyclonedx: 'Write it in `metadata.tools.components[].name`.',
    spdx: 'Add a creator `Tool: name-version` (SPDX 3: `createdUsing`).',
  },
  subject: 'document',
  ask: ({ document }) =>
    document.tools.some(({ value }) => value.name !== undefined) ? met : missing('names no tool'),
  examples: [
    {
      title: 'No tool',
      over: 'cyclonedx',
      changes: { 'metadata.tools': undefined },
      says: ['the SBOM names no tool'],
    },
  ],
};

/** Asks for the version of each tool. */
export const toolVersion: SbomQuestion = {
  title: 'The SBOM names the version of its tool',
  help: {
    cyclonedx: 'Write it in `metadata.tools.components[].version`.',
    spdx: 'Write it after a hyphen, `Tool: name-1.2.3` (SPDX 3: a package with `software_packageVersion`).',
  },
  subject: 'document',
  ask: ({ document: { tools } }) => {
    if (tools.length === 0) return missing('names no tool, and so no version of it');
    const without = tools.find(({ value }) => value.version === undefined);
    return without === undefined
      ? met
      : missing(`names no version of the tool ${without.value.name ?? 'without a name'}`);
  },
  examples: [
    {
      title: 'No version',
      over: 'cyclonedx',
      changes: { 'metadata.tools.components.0.version': undefined },
      says: ['the SBOM names no version of the tool generator'],
    },
  ],
};

/** `metadata.manufacture` of CycloneDX until 1.5 is who makes the product, not who made the SBOM. */
function makersOf({ manufacturer }: SbomDocument): readonly Given<SbomAgent>[] {
  return manufacturer === undefined || manufacturer.keyPath.at(-1) === 'manufacture' ? [] : [manufacturer];
}
