import { quote } from '../../base/quote.ts';
import type { SbomQuestion } from '../../model/plugs/sbom-profile.ts';
import { met, missing } from '../answers.ts';

/** Asks when the SBOM was made. */
export const sbomTimestamp: SbomQuestion = {
  title: 'The SBOM says when it was made',
  help: {
    cyclonedx: 'Write an instant such as `2026-01-31T12:00:00Z` in `metadata.timestamp`.',
    spdx: 'Write an instant such as `2026-01-31T12:00:00Z` in `creationInfo.created`.',
  },
  subject: 'document',
  ask: ({ document: { timestamp } }) => {
    if (timestamp === undefined) return missing('does not say when it was made');
    return isInstant(timestamp.value)
      ? met
      : missing(`has the timestamp ${quote(timestamp.value)}, which is no instant`);
  },
  examples: [
    {
      title: 'No timestamp',
      over: 'cyclonedx',
      changes: { 'metadata.timestamp': undefined },
      says: ['the SBOM does not say when it was made'],
    },
    {
      title: 'A day without a time',
      over: 'cyclonedx',
      changes: { 'metadata.timestamp': '2026-01-31' },
      says: ['the SBOM has the timestamp "2026-01-31", which is no instant'],
    },
  ],
};

/** Asks for the format and its version. */
export const dataFormat: SbomQuestion = {
  title: 'The SBOM names its format and the version of it',
  help: { cyclonedx: 'Write `bomFormat` and `specVersion`.', spdx: 'Write `spdxVersion` (SPDX 3: `specVersion`).' },
  subject: 'document',
  ask: ({ document: { specVersion } }) =>
    /^\d+\.\d+/.test(specVersion) ? met : missing(`has the format version ${quote(specVersion)}, which is none`),
  examples: [
    {
      title: 'CycloneDX by name and number',
      over: 'cyclonedx',
      changes: {},
      says: [],
    },
  ],
};

/** Asks for a format that is new enough for the fields that the profile wants. */
export const recentFormat: SbomQuestion = {
  title: 'The SBOM is CycloneDX from 1.6 or SPDX from 3.0.1',
  help: {
    cyclonedx: 'Write it anew as CycloneDX 1.6 or later.',
    spdx: 'Write it anew as SPDX 3.0.1 or later.',
  },
  subject: 'document',
  ask: ({ document: { family, specVersion } }) =>
    isFrom(specVersion, family === 'CycloneDX' ? [1, 6, 0] : [3, 0, 1])
      ? met
      : missing(
          `is ${family} ${specVersion}, and ${family === 'CycloneDX' ? '1.6' : '3.0.1'} is the oldest that counts`,
        ),
  examples: [
    {
      title: 'Too old',
      over: 'cyclonedx',
      changes: { specVersion: '1.5' },
      says: ['the SBOM is CycloneDX 1.5, and 1.6 is the oldest that counts'],
    },
  ],
};

/** Asks in which phase of the product's life the facts were taken. */
export const generationContext: SbomQuestion = {
  title: 'The SBOM says in which context it was made',
  help: {
    cyclonedx: 'Write a phase such as `build` or `post-build` in `metadata.lifecycles`.',
    spdx: 'Write it in `creationInfo.comment`, such as `Generation context: build.` (SPDX 3: `software_sbomType`).',
  },
  declaredAs: ['SBOM Generation Context', 'Generation Context'],
  subject: 'document',
  ask: ({ document }) => (document.contexts.length > 0 ? met : missing('does not say in which context it was made')),
  examples: [
    {
      title: 'No phase',
      over: 'cyclonedx',
      changes: { 'metadata.lifecycles': undefined },
      says: ['the SBOM does not say in which context it was made'],
    },
    {
      title: 'A comment on something else',
      over: 'spdx',
      changes: { 'creationInfo.comment': 'Made by hand.' },
      says: ['the SBOM does not say in which context it was made'],
    },
  ],
};

/** Asks which edition of the SBOM it is. */
export const sbomVersion: SbomQuestion = {
  title: 'The SBOM has an identity and an edition',
  help: {
    cyclonedx: 'Write a `serialNumber` (`urn:uuid:…`) and a `version`, and raise the version with each correction.',
    spdx: 'Write a `documentNamespace` that no other edition has (SPDX 3: the `spdxId` of the document).',
  },
  subject: 'document',
  ask: ({ document: { family, id, edition } }) => {
    if (id === undefined) return missing('has no identity of its own');
    return family === 'CycloneDX' && edition === undefined ? missing('does not say which edition it is') : met;
  },
  examples: [
    {
      title: 'No edition',
      over: 'cyclonedx',
      changes: { version: undefined },
      says: ['the SBOM does not say which edition it is'],
    },
    {
      title: 'No serial number',
      over: 'cyclonedx',
      changes: { serialNumber: undefined },
      says: ['the SBOM has no identity of its own'],
    },
  ],
};

/** Asks for the URI of the SBOM. */
export const sbomAddress: SbomQuestion = {
  title: 'The SBOM has a URI',
  help: {
    cyclonedx: 'Write a `serialNumber` (`urn:uuid:…`).',
    spdx: 'SPDX 3: the `spdxId` of the `software_Sbom` is its URI.',
  },
  subject: 'document',
  ask: ({ document: { id } }) => (id === undefined ? missing('has no URI') : met),
  examples: [
    {
      title: 'No serial number',
      over: 'cyclonedx',
      changes: { serialNumber: undefined },
      says: ['the SBOM has no URI'],
    },
  ],
};

/** Asks that vulnerabilities are told elsewhere: an SBOM stays true, what is known of its parts does not. */
export const noVulnerabilities: SbomQuestion = {
  title: 'The SBOM holds no vulnerabilities',
  help: {
    cyclonedx: 'Move `vulnerabilities` to a VEX or VDR document of its own.',
    spdx: 'Move the elements of the security profile to a document of their own.',
  },
  subject: 'document',
  ask: ({ document: { vulnerabilities } }) =>
    vulnerabilities === 0
      ? met
      : missing(`holds ${vulnerabilities} ${vulnerabilities === 1 ? 'vulnerability' : 'vulnerabilities'}`),
  examples: [
    {
      title: 'A vulnerability inside',
      over: 'cyclonedx',
      changes: { vulnerabilities: [{ id: 'CVE-2026-0001' }] },
      says: ['the SBOM holds 1 vulnerability'],
    },
  ],
};

function isInstant(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text))
  );
}

function isFrom(version: string, least: readonly number[]): boolean {
  const numbers = version.split('.').map(Number);
  const position = least.findIndex((number, index) => (numbers[index] ?? 0) !== number);
  return position === -1 || (numbers[position] ?? 0) > (least[position] ?? 0);
}
