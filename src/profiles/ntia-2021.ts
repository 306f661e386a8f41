import type { SbomProfile } from '../model/plugs/sbom-profile.ts';
import { componentIdentifier, componentName, componentVersion } from './questions/component-identity.ts';
import { componentSupplier } from './questions/component-makers.ts';
import { dependencyRelationship, knownUnknowns, primaryComponent } from './questions/dependencies.ts';
import { sbomAuthor } from './questions/document-authors.ts';
import { dataFormat, sbomTimestamp } from './questions/document-form.ts';
import { requirement } from './requirement.ts';

/** The seven baseline fields of 2021, which the FDA still points to. */
export const ntia2021: SbomProfile = {
  name: 'ntia-2021',
  title: 'NTIA minimum elements, July 2021',
  about: 'Published by the NTIA in July 2021, replaced by CISA’s of 2026; the FDA still points to its baseline.',
  requirements: [
    requirement('ntia-2021/supplier', 'Data fields: Supplier Name', 'must', componentSupplier),
    requirement('ntia-2021/component-name', 'Data fields: Component Name', 'must', componentName),
    requirement('ntia-2021/version', 'Data fields: Version of the Component', 'must', componentVersion),
    requirement('ntia-2021/identifier', 'Data fields: Other Unique Identifiers', 'must', componentIdentifier),
    requirement('ntia-2021/product', 'Data fields: Dependency Relationship', 'must', primaryComponent),
    requirement('ntia-2021/dependency', 'Data fields: Dependency Relationship', 'must', dependencyRelationship, true),
    requirement('ntia-2021/author', 'Data fields: Author of SBOM Data', 'must', sbomAuthor),
    requirement('ntia-2021/timestamp', 'Data fields: Timestamp', 'must', sbomTimestamp),
    requirement('ntia-2021/format', 'Automation Support', 'must', dataFormat),
    requirement('ntia-2021/known-unknowns', 'Practices: Known Unknowns', 'should', knownUnknowns),
  ],
  elsewhere: [
    {
      id: 'ntia-2021/frequency',
      element: 'Practices: Frequency',
      title: 'A new SBOM with each build or release',
      level: 'should',
      reason: 'one SBOM does not show the others: make it in the pipeline of each release',
    },
    {
      id: 'ntia-2021/distribution',
      element: 'Practices: Distribution and Delivery, Access Control',
      title: 'Whoever needs the SBOM gets it, in time and by agreed terms',
      level: 'should',
      reason: 'how it is handed over is told in contracts and on the product’s page',
    },
    {
      id: 'ntia-2021/mistakes',
      element: 'Practices: Accommodation of Mistakes',
      title: 'Errors are corrected without blame',
      level: 'should',
      reason: 'an agreement between maker and user, not a field',
    },
  ],
};
