import type { SbomProfile } from '../model/plugs/sbom-profile.ts';
import {
  archiveProperty,
  componentFileName,
  deployableAddress,
  executableProperty,
  securityText,
  sourceAddress,
  structuredProperty,
} from './questions/component-file.ts';
import { deployableHash, sourceHash } from './questions/component-hashes.ts';
import { componentIdentifier, componentName, componentVersion } from './questions/component-identity.ts';
import { distributionLicence, effectiveLicence, originalLicence } from './questions/component-licences.ts';
import { componentCreatorContact } from './questions/component-makers.ts';
import { dependenciesComplete, dependenciesTold, primaryComponent } from './questions/dependencies.ts';
import { sbomCreatorContact } from './questions/document-authors.ts';
import { noVulnerabilities, recentFormat, sbomAddress, sbomTimestamp } from './questions/document-form.ts';
import { requirement } from './requirement.ts';

/** The technical guideline of the BSI; what is a duty only where it exists is not made a duty everywhere. */
export const bsi21: SbomProfile = {
  name: 'bsi-2.1',
  title: 'BSI TR-03183-2, version 2.1.0',
  about:
    'Published by the BSI on 20 August 2025. It takes no declared unknown for an answer, but for what a component needs.',
  requirements: [
    requirement('bsi-2.1/format', 'Formats', 'must', recentFormat),
    requirement('bsi-2.1/no-vulnerabilities', 'Vulnerability data', 'must', noVulnerabilities),
    requirement('bsi-2.1/sbom-creator', '5.2.1', 'must', sbomCreatorContact),
    requirement('bsi-2.1/timestamp', '5.2.1', 'must', sbomTimestamp),
    requirement('bsi-2.1/component-creator', '5.2.2', 'must', componentCreatorContact),
    requirement('bsi-2.1/component-name', '5.2.2', 'must', componentName),
    requirement('bsi-2.1/version', '5.2.2', 'must', componentVersion),
    requirement('bsi-2.1/filename', '5.2.2', 'must', componentFileName),
    requirement('bsi-2.1/product', '5.1', 'must', primaryComponent),
    requirement('bsi-2.1/dependencies', '5.2.2', 'must', dependenciesTold, true),
    requirement('bsi-2.1/completeness', '5.2.2', 'must', dependenciesComplete),
    requirement('bsi-2.1/distribution-licence', '5.2.2', 'must', distributionLicence),
    requirement('bsi-2.1/sha512', '5.2.2', 'must', deployableHash),
    requirement('bsi-2.1/executable', '5.2.2', 'must', executableProperty),
    requirement('bsi-2.1/archive', '5.2.2', 'must', archiveProperty),
    requirement('bsi-2.1/structured', '5.2.2', 'must', structuredProperty),
    requirement('bsi-2.1/sbom-uri', '5.2.3', 'if-exists', sbomAddress),
    requirement('bsi-2.1/source-uri', '5.2.4', 'if-exists', sourceAddress),
    requirement('bsi-2.1/deployable-uri', '5.2.4', 'if-exists', deployableAddress),
    requirement('bsi-2.1/identifier', '5.2.4', 'if-exists', componentIdentifier),
    requirement('bsi-2.1/original-licence', '5.2.4', 'if-exists', originalLicence),
    requirement('bsi-2.1/effective-licence', '5.2.5', 'may', effectiveLicence),
    requirement('bsi-2.1/source-hash', '5.2.5', 'may', sourceHash),
    requirement('bsi-2.1/security-txt', '5.2.5', 'may', securityText),
  ],
  elsewhere: [
    {
      id: 'bsi-2.1/recursion',
      element: '5.1',
      title: 'The SBOM goes down to the first component outside of the delivery',
      level: 'must',
      reason: 'what is delivered is not told by the SBOM: compare it with the delivery itself',
    },
    {
      id: 'bsi-2.1/new-version',
      element: 'Versions',
      title: 'Each version of the software has an SBOM of its own',
      level: 'must',
      reason: 'one SBOM does not show the others: make it in the pipeline of each release',
    },
  ],
};
