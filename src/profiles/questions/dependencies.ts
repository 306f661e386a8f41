import type { SbomComponent } from '../../model/inventory/sbom-document.ts';
import type { SbomAnswer, SbomQuestion, SbomView } from '../../model/plugs/sbom-profile.ts';
import { met, missing, unknown } from '../answers.ts';

/** Asks what the SBOM is about: without it no dependency has a beginning. */
export const primaryComponent: SbomQuestion = {
  title: 'The SBOM names the product that it is about',
  help: {
    cyclonedx: 'Write the product in `metadata.component`.',
    spdx: 'Relate the document to the product by `DESCRIBES` (SPDX 3: `rootElement`).',
  },
  subject: 'document',
  ask: ({ document }) => (document.subjects.length > 0 ? met : missing('names no product that it is about')),
  examples: [
    {
      title: 'No product',
      over: 'cyclonedx',
      changes: { 'metadata.component': undefined },
      says: ['the SBOM names no product that it is about'],
    },
  ],
};

/** Asks that each component stands in the graph: something needs or holds it, or it says what it needs. */
export const dependencyRelationship: SbomQuestion = {
  title: 'Each component stands in a dependency relationship',
  help: {
    cyclonedx: 'Give it a `bom-ref` and an entry in `dependencies`, and name it in the `dependsOn` of what needs it.',
    spdx: 'Relate it by `DEPENDS_ON` or `CONTAINS` (SPDX 3: `dependsOn`, `contains`).',
  },
  subject: 'component',
  ask: (component, view) => {
    const { ref, inside } = component;
    if (component === view.product) return ofProduct(component, view);
    if (ref !== undefined && (view.told.has(ref) || view.reached.has(ref))) return met;
    if (inside !== undefined) return met;
    return completenessOf(component, view) === undefined
      ? missing('stands in no dependency relationship')
      : unknown('says that its dependencies are not known');
  },
  examples: [
    {
      title: 'Nothing needs it, and it does not say what it needs',
      over: 'cyclonedx',
      changes: { dependencies: [{ ref: 'product', dependsOn: ['pkg:npm/right-pad@1.0.0'] }], compositions: undefined },
      says: ['pkg:npm/left-pad@1.3.0 stands in no dependency relationship'],
    },
    {
      title: 'The product needs nothing of what is listed',
      over: 'cyclonedx',
      changes: { 'dependencies.0': { ref: 'product' }, compositions: undefined },
      says: ['device 1.0.0 needs and holds nothing, though 2 components are listed'],
    },
    {
      title: 'A document that describes every package relates none of them',
      over: 'spdx',
      changes: { documentDescribes: ['SPDXRef-device', 'SPDXRef-left-pad'], relationships: [] },
      says: [
        'pkg:generic/device@1.0.0 stands in no dependency relationship',
        'pkg:npm/left-pad@1.3.0 stands in no dependency relationship',
      ],
    },
  ],
};

/** Asks that each component says what it needs, if only that it needs nothing. */
export const dependenciesTold: SbomQuestion = {
  title: 'Each component tells its dependencies',
  help: {
    cyclonedx:
      'Give it an entry in `dependencies`; an empty `dependsOn` says that it needs nothing. What is not known goes into `compositions` as `unknown`.',
    spdx: 'Relate it by `DEPENDS_ON` to what it needs, to NONE, or to NOASSERTION (SPDX 3: `dependsOn` with `completeness`).',
  },
  declaredAs: ['Component Dependency Relationship', 'dependencies'],
  subject: 'component',
  ask: (component, view) => {
    const completeness = completenessOf(component, view);
    if (completeness === 'unknown') return unknown('says that its dependencies are not known');
    if (completeness === 'incomplete') return unknown('says that its dependencies are not all told');
    if (component === view.product) return ofProduct(component, view);
    const { ref } = component;
    if (completeness === 'complete' || (ref !== undefined && view.told.has(ref))) return met;
    return missing('does not tell what it needs');
  },
  examples: [
    {
      title: 'A component without an entry',
      over: 'cyclonedx',
      changes: { 'dependencies.2': { ref: 'product' }, compositions: undefined },
      says: ['pkg:npm/right-pad@1.0.0 does not tell what it needs'],
    },
  ],
};

/** Asks whether what each component needs is told in full. */
export const dependenciesComplete: SbomQuestion = {
  title: 'Each component says whether its dependencies are told in full',
  help: {
    cyclonedx:
      'Name its `bom-ref` in the `dependencies` or `assemblies` of a composition with the `aggregate` `complete`, `incomplete` or `unknown`.',
    spdx: 'SPDX 3: write `completeness` in its relationships.',
  },
  subject: 'component',
  ask: (component, view) =>
    completenessOf(component, view) === undefined
      ? missing('does not say whether its dependencies are told in full')
      : met,
  examples: [
    {
      title: 'No composition names it',
      over: 'cyclonedx',
      changes: { 'compositions.0.dependencies': ['product', 'pkg:npm/left-pad@1.3.0'] },
      says: ['pkg:npm/right-pad@1.0.0 does not say whether its dependencies are told in full'],
    },
  ],
};

/** Asks whether the SBOM says where its own knowledge ends. */
export const knownUnknowns: SbomQuestion = {
  title: 'The SBOM says where its knowledge of dependencies ends',
  help: {
    cyclonedx: 'Add `compositions`, with `unknown` or `incomplete` for what was not looked into.',
    spdx: 'Relate by `DEPENDS_ON` to NONE or NOASSERTION where the list ends (SPDX 3: `completeness`).',
  },
  subject: 'document',
  ask: ({ document }) =>
    document.completeness.length > 0 ? met : missing('does not say where its knowledge of dependencies ends'),
  examples: [
    {
      title: 'No composition',
      over: 'cyclonedx',
      changes: { compositions: undefined },
      says: ['the SBOM does not say where its knowledge of dependencies ends'],
    },
  ],
};

function ofProduct({ ref }: SbomComponent, { document, linking }: SbomView): SbomAnswer {
  const count = document.components.length;
  if (count === 0 || (ref !== undefined && linking.has(ref))) return met;
  return missing(
    `needs and holds nothing, though ${count === 1 ? '1 component is' : `${count} components are`} listed`,
  );
}

/** What is said of the document as a whole is said of each of its components. */
function completenessOf({ ref }: SbomComponent, { completeness }: SbomView) {
  return (ref === undefined ? undefined : completeness.get(ref)) ?? completeness.get('');
}
