import type { SbomProfile } from '../model/plugs/sbom-profile.ts';
import { componentHash, componentHashAlgorithm } from './questions/component-hashes.ts';
import { componentIdentifier, componentName, componentVersion } from './questions/component-identity.ts';
import { componentLicence } from './questions/component-licences.ts';
import { componentProducer } from './questions/component-makers.ts';
import { dependenciesTold, primaryComponent } from './questions/dependencies.ts';
import { sbomAuthor, sbomSignature, toolName, toolVersion } from './questions/document-authors.ts';
import { dataFormat, generationContext, sbomTimestamp, sbomVersion } from './questions/document-form.ts';
import { requirement } from './requirement.ts';

/** The minimum elements of 2026; what is declared not to be known of a component is an answer. */
export const cisa2026: SbomProfile = {
  name: 'cisa-2026',
  title: 'CISA minimum elements, 2026',
  about: 'Published by CISA with partners of other states on 29 July 2026; it replaces the NTIA’s of 2021.',
  requirements: [
    requirement('cisa-2026/producer', 'Component Producer', 'must', componentProducer, true),
    requirement('cisa-2026/component-name', 'Component Name', 'must', componentName),
    requirement('cisa-2026/version', 'Component Version', 'must', componentVersion, true),
    requirement('cisa-2026/identifier', 'Component Identifiers', 'must', componentIdentifier, true),
    requirement('cisa-2026/hash', 'Component Hash Value', 'must', componentHash, true),
    requirement('cisa-2026/hash-algorithm', 'Component Hash Algorithm', 'must', componentHashAlgorithm, true),
    requirement('cisa-2026/licence', 'Component License', 'must', componentLicence, true),
    requirement('cisa-2026/product', 'Component Dependency Relationship', 'must', primaryComponent),
    requirement('cisa-2026/dependency', 'Component Dependency Relationship', 'must', dependenciesTold, true),
    requirement('cisa-2026/author', 'SBOM Author', 'must', sbomAuthor),
    requirement('cisa-2026/signature', 'SBOM Author Signature', 'must', sbomSignature),
    requirement('cisa-2026/format', 'SBOM Data Format Name, SBOM Data Format Version', 'must', dataFormat),
    requirement('cisa-2026/context', 'SBOM Generation Context', 'must', generationContext),
    requirement('cisa-2026/timestamp', 'SBOM Timestamp', 'must', sbomTimestamp),
    requirement('cisa-2026/tool-name', 'SBOM Tool Name', 'must', toolName),
    requirement('cisa-2026/tool-version', 'SBOM Tool Version', 'must', toolVersion),
    requirement('cisa-2026/sbom-version', 'SBOM Version', 'must', sbomVersion),
  ],
  elsewhere: [
    {
      id: 'cisa-2026/inquiry',
      element: 'Practices: unknown and withheld information',
      title: 'Whoever asks about unknown or withheld fields finds a contact',
      level: 'should',
      reason: 'neither format has a registered field for it yet; name the contact where the SBOM is handed over',
    },
  ],
};
