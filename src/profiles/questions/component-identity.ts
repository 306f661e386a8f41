import { parsePurl } from '../../base/packages/purl.ts';
import { quote } from '../../base/quote.ts';
import type { SbomQuestion } from '../../model/plugs/sbom-profile.ts';
import { answerOf, met, missing } from '../answers.ts';

/** Asks for the name of each component. */
export const componentName: SbomQuestion = {
  title: 'Each component has a name',
  help: {
    cyclonedx: 'Write the name that its maker gives it in `name`, with the namespace in `group`.',
    spdx: 'Write the name that its maker gives it in `name`.',
  },
  subject: 'component',
  ask: ({ name }) => answerOf(name, 'name', (text) => text),
  examples: [
    {
      title: 'A placeholder is no name',
      over: 'cyclonedx',
      changes: { 'components.0.name': 'TBD' },
      says: ['pkg:npm/left-pad@1.3.0 has the placeholder "TBD" as its name'],
    },
  ],
};

/** Asks for the version of each component. */
export const componentVersion: SbomQuestion = {
  title: 'Each component has a version',
  help: {
    cyclonedx: 'Write the exact version in `version`; a range is none.',
    spdx: 'Write the exact version in `versionInfo` (SPDX 3: `software_packageVersion`).',
  },
  declaredAs: ['Component Version', 'version'],
  subject: 'component',
  ask: ({ version, versionRange }) =>
    version === undefined && versionRange !== undefined
      ? missing(`has the range ${quote(versionRange)} and no version`)
      : answerOf(version, 'version', (text) => text),
  examples: [
    {
      title: 'No version',
      over: 'cyclonedx',
      changes: { 'components.0.version': undefined },
      says: ['pkg:npm/left-pad@1.3.0 has no version'],
    },
  ],
};

/** Asks for an identifier by which each component is found in databases. */
export const componentIdentifier: SbomQuestion = {
  title: 'Each component has a unique identifier',
  help: {
    cyclonedx: 'Write its package URL in `purl`; where it has none, a CPE in `cpe`, or `swid`, `swhid`, `omniborId`.',
    spdx: 'Add an `externalRefs` entry of type `purl` or `cpe23Type` (SPDX 3: `software_packageUrl` or `externalIdentifier`).',
  },
  declaredAs: ['Component Identifiers', 'identifier'],
  subject: 'component',
  ask: ({ purls, cpes, identifiers }) => {
    const [purl] = purls;
    if (purls.some(({ value }) => parsePurl(value) !== undefined) || cpes.length + identifiers.length > 0) return met;
    return missing(
      purl === undefined
        ? 'has no package URL, CPE or other identifier'
        : `has ${quote(purl.value)}, which breaks the rules of package URLs`,
    );
  },
  examples: [
    {
      title: 'No identifier',
      over: 'cyclonedx',
      changes: { 'components.0.purl': undefined },
      says: ['left-pad 1.3.0 has no package URL, CPE or other identifier'],
    },
    {
      title: 'What is no package URL identifies nothing',
      over: 'cyclonedx',
      changes: { 'components.0.purl': 'left-pad@1.3.0' },
      says: ['left-pad 1.3.0 has "left-pad@1.3.0", which breaks the rules of package URLs'],
    },
    {
      title: 'A CPE is enough',
      over: 'cyclonedx',
      changes: {
        'components.0.purl': undefined,
        'components.0.cpe': 'cpe:2.3:a:left-pad:left-pad:1.3.0:*:*:*:*:*:*:*',
      },
      says: [],
    },
  ],
};
