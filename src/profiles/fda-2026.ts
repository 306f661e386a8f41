import type { SbomProfile } from '../model/plugs/sbom-profile.ts';
import { componentHash } from './questions/component-hashes.ts';
import { componentIdentifier, componentName, componentVersion } from './questions/component-identity.ts';
import { componentSupplier } from './questions/component-makers.ts';
import { endOfSupport, supportLevel } from './questions/component-support.ts';
import { dependencyRelationship, primaryComponent } from './questions/dependencies.ts';
import { sbomAuthor } from './questions/document-authors.ts';
import { dataFormat, sbomTimestamp } from './questions/document-form.ts';
import { requirement } from './requirement.ts';

/** The premarket guidance of 2026: the NTIA's baseline, and support of each component or a reason why not. */
export const fda2026: SbomProfile = {
  name: 'fda-2026',
  title: 'FDA premarket cybersecurity guidance, February 2026',
  about:
    'Final guidance of 3 February 2026: the baseline of the NTIA’s framing paper of October 2021, and of each component level and end of support, in the SBOM or in an addendum to it.',
  requirements: [
    requirement('fda-2026/supplier', 'V.A.4(b), baseline: supplier', 'must', componentSupplier),
    requirement('fda-2026/component-name', 'V.A.4(b), baseline: component name', 'must', componentName),
    requirement('fda-2026/version', 'V.A.4(b), baseline: version', 'must', componentVersion),
    requirement('fda-2026/identifier', 'V.A.4(b), baseline: unique identifier', 'must', componentIdentifier),
    requirement('fda-2026/product', 'V.A.4(b), baseline: relationship', 'must', primaryComponent),
    requirement('fda-2026/dependency', 'V.A.4(b), baseline: relationship', 'must', dependencyRelationship, true),
    requirement('fda-2026/author', 'V.A.4(b), baseline: author', 'must', sbomAuthor),
    requirement('fda-2026/timestamp', 'V.A.4(b), baseline: timestamp', 'must', sbomTimestamp),
    requirement('fda-2026/format', 'V.A.4(b), machine-readable', 'must', dataFormat),
    requirement('fda-2026/hash', 'V.A.4(b), baseline: hash (recommended)', 'may', componentHash),
    requirement('fda-2026/support-level', 'V.A.4(b), level of support', 'should', supportLevel, true),
    requirement('fda-2026/end-of-support', 'V.A.4(b), end of support', 'should', endOfSupport, true),
  ],
  elsewhere: [
    {
      id: 'fda-2026/vulnerabilities',
      element: 'V.A.4(b), known vulnerabilities',
      title: 'Known vulnerabilities, KEV included, with how they were found, assessment and controls',
      level: 'should',
      reason: 'it goes into a document of its own, for an SBOM stays true and vulnerabilities do not',
    },
    {
      id: 'fda-2026/update-plan',
      element: 'V.A.4, plans',
      title: 'A plan to update or replace what is no longer supported, and custody of the source',
      level: 'should',
      reason: 'it goes into the submission, beside the SBOM',
    },
    {
      id: 'fda-2026/metrics',
      element: 'V.A.6',
      title: 'Share of vulnerabilities patched, time to patch, time to field',
      level: 'should',
      reason: 'it goes into a report over time, beside the SBOM',
    },
  ],
};
