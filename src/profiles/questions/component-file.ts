import { quote } from '../../base/quote.ts';
import type { SbomComponent } from '../../model/inventory/sbom-document.ts';
import type { SbomAnswer, SbomQuestion, SbomView } from '../../model/plugs/sbom-profile.ts';
import { met, missing } from '../answers.ts';

/** Asks for the name of the file that each component is. */
export const componentFileName: SbomQuestion = {
  title: 'Each component has the name of its file',
  help: {
    cyclonedx: 'Write the file name, without a folder, in the property `bsi:component:filename`.',
    spdx: 'SPDX 3: relate a `software_File` by `hasDistributionArtifact`; its `name` is the file name.',
  },
  subject: 'component',
  ask: ({ fileName }) => {
    if (fileName === undefined) return missing('has no file name');
    return /[/\\]/.test(fileName.value) ? missing(`has the path ${quote(fileName.value)} as its file name`) : met;
  },
  examples: [
    {
      title: 'No file name',
      over: 'cyclonedx',
      changes: { 'components.0.properties.0': { name: 'x:none', value: '' } },
      says: ['pkg:npm/left-pad@1.3.0 has no file name'],
    },
    {
      title: 'A path',
      over: 'cyclonedx',
      changes: { 'components.0.properties.0.value': 'lib/left-pad.tgz' },
      says: ['pkg:npm/left-pad@1.3.0 has the path "lib/left-pad.tgz" as its file name'],
    },
  ],
};

/** Asks whether each component can be executed. */
export const executableProperty = propertyQuestion(
  'executable',
  1,
  ['executable', 'non-executable'],
  'write `executable` in its `software_additionalPurpose`, beside `container` or `firmware`, or leave it out',
);

/** Asks whether each component is an archive. */
export const archiveProperty = propertyQuestion(
  'archive',
  2,
  ['archive', 'no archive'],
  'write `archive` in its `software_additionalPurpose`, beside `container` or `firmware`, or leave it out',
);

/** Asks whether what is inside each component can still be told apart. */
export const structuredProperty = propertyQuestion(
  'structured',
  3,
  ['structured', 'unstructured'],
  'write `container` for structured or `firmware` for unstructured in its `software_additionalPurpose`',
);

/** Asks where each component's deployable file comes from. */
export const deployableAddress: SbomQuestion = {
  title: 'Each component has the URI of its deployable file',
  help: {
    cyclonedx: 'Add an external reference of type `distribution` with the address.',
    spdx: 'SPDX 3: write it in the package’s `software_downloadLocation` or as a `binaryArtifact` of its file.',
  },
  subject: 'component',
  ask: ({ download, references }) =>
    (download?.state === 'known' && isAddress(download.value)) ||
    references.some(({ type, value }) => (type === 'distribution' || type === 'binaryArtifact') && isAddress(value))
      ? met
      : missing('has no URI of its deployable file'),
  examples: [
    {
      title: 'A file name is no address',
      over: 'cyclonedx',
      changes: { 'components.0.externalReferences.0.url': 'left-pad-1.3.0.tgz' },
      says: ['pkg:npm/left-pad@1.3.0 has no URI of its deployable file'],
    },
  ],
};

/** Asks where each component's source code is. */
export const sourceAddress: SbomQuestion = {
  title: 'Each component has the URI of its source code',
  help: {
    cyclonedx:
      'Add an external reference of type `source-distribution` with the address; a `vcs` reference is not read for it.',
    spdx: 'SPDX 3: relate the source artefact by `generates`, or write `software_sourceInfo`.',
  },
  subject: 'component',
  ask: ({ source, vcs }) => {
    if (source !== undefined && isAddress(source.value)) return met;
    return missing(
      vcs === undefined ? 'has no URI of its source code' : 'has a repository, but no URI of its source code',
    );
  },
  examples: [
    {
      title: 'Only a repository',
      over: 'cyclonedx',
      changes: { 'components.0.externalReferences.1': { type: 'vcs', url: 'https://code.example/left-pad' } },
      says: ['pkg:npm/left-pad@1.3.0 has a repository, but no URI of its source code'],
    },
  ],
};

/** Asks where each component's maker says how to report a vulnerability. */
export const securityText: SbomQuestion = {
  title: 'Each component has the URL of its security.txt',
  help: {
    cyclonedx: 'Add an external reference of type `rfc-9116`.',
    spdx: 'SPDX 3: add an `externalRef` of type `securityOther`.',
  },
  subject: 'component',
  ask: ({ references }) =>
    references.some(({ type }) => type === 'rfc-9116' || type === 'securityOther')
      ? met
      : missing('has no URL of a security.txt'),
  examples: [
    {
      title: 'No security.txt',
      over: 'cyclonedx',
      changes: { 'components.0.externalReferences.2.type': 'website' },
      says: ['pkg:npm/left-pad@1.3.0 has no URL of a security.txt'],
    },
  ],
};

function propertyQuestion(
  word: 'executable' | 'archive' | 'structured',
  position: number,
  values: readonly [string, string],
  spdx: string,
): SbomQuestion {
  const silent = missing(`does not say whether it is ${values.join(' or ')}`);
  const ask = (component: SbomComponent, { document }: SbomView): SbomAnswer => {
    if (document.family === 'SPDX') return tellsPurposes(component) ? met : silent;
    const given = component[word];
    if (given === undefined) return silent;
    return values.includes(given.value)
      ? met
      : missing(`says ${quote(given.value)} where ${values.map(quote).join(' or ')} is asked for`);
  };
  return {
    title: `Each component says whether it is ${values.join(' or ')}`,
    help: {
      cyclonedx: `Write ${values.map((value) => `\`${value}\``).join(' or ')} in the property \`bsi:component:${word}\`.`,
      spdx: `SPDX 3: relate its \`software_File\` by \`hasDistributionArtifact\` and ${spdx}.`,
    },
    subject: 'component',
    ask,
    examples: [
      {
        title: 'Nothing said',
        over: 'cyclonedx',
        changes: { [`components.0.properties.${position}`]: { name: 'x:none', value: '' } },
        says: [`pkg:npm/left-pad@1.3.0 does not say whether it is ${values.join(' or ')}`],
      },
      {
        title: 'A word that is not one of the two',
        over: 'cyclonedx',
        changes: { [`components.0.properties.${position}.value`]: 'true' },
        says: [`pkg:npm/left-pad@1.3.0 says "true" where ${values.map(quote).join(' or ')} is asked for`],
      },
    ],
  };
}

/** In SPDX 3 the purposes of the file say all three: `container` or `firmware`, and what is left out is not so. */
function tellsPurposes({ fileName, structured }: SbomComponent): boolean {
  return fileName !== undefined && structured !== undefined;
}

function isAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/[^\s/]/i.test(text);
}
