import type { SbomExport, SbomSubject } from '../../model/plugs/export.ts';
import { contentId } from './facts/content-id.ts';
import { dependencyGraph } from './facts/dependency-graph.ts';
import { describeContext, phasesOf, type Phase } from './facts/generation-context.ts';
import { spdxDocument } from './spdx/spdx-document.ts';
import { spdx3Agents, type Spdx3Agents } from './spdx3/spdx3-agents.ts';
import type { Spdx3Element, Spdx3Maker } from './spdx3/spdx3-element.ts';
import { spdx3Edges } from './spdx3/spdx3-edges.ts';
import { spdx3Licences } from './spdx3/spdx3-licences.ts';
import { spdx3Packages, spdx3Product } from './spdx3/spdx3-packages.ts';
import { documentFacts, factLines } from './facts/tureen-facts.ts';

/** Writes SPDX 3.0.1 JSON-LD, profiles core, software and simpleLicensing: a graph of elements with addresses. */
export const spdx3Json: SbomExport = {
  name: 'spdx3-json',
  title: 'SPDX 3 JSON-LD',
  specs: ['3.0.1'],
  extension: 'spdx3.json',
  write: (subject, spec) => {
    const graph = dependencyGraph(subject.inventory);
    const maker = makerOf(subject, spec);
    const agents = spdx3Agents(graph, subject, maker);
    const product = spdx3Product(subject, maker, agents);
    const described = [
      ...agents.elements,
      ...product,
      ...spdx3Packages(graph, subject, maker, agents),
      ...spdx3Licences(graph, maker),
      ...spdx3Edges(graph, maker),
    ];
    const about = [...frame(subject, maker, described), ...described];
    const info = creationInfo(subject, spec, agents);
    const document = { '@context': `https://spdx.org/rdf/${spec}/spdx-context.jsonld`, '@graph': [info, ...about] };
    return `${JSON.stringify(document, undefined, 2)}\n`;
  },
};

const creationId = '_:creation';

/** Addresses begin with an identity that follows from all that is said; the same element has the same one in every run. */
function makerOf(subject: SbomSubject, spec: string): Spdx3Maker {
  const base = `urn:uuid:${contentId([spec, spdxDocument(subject)])}`;
  return {
    idOf: (name) => `${base}#${name}`,
    make: (type, name, facts) => ({ type, spdxId: `${base}#${name}`, creationInfo: creationId, ...facts }),
  };
}

function creationInfo({ made, inventory }: SbomSubject, spec: string, { author, tool }: Spdx3Agents): object {
  return {
    type: 'CreationInfo',
    '@id': creationId,
    specVersion: spec,
    created: made,
    createdBy: [author],
    createdUsing: [tool],
    comment: describeContext(inventory),
  };
}

/** The document, the bill of materials in it, and what it was made from. */
function frame(subject: SbomSubject, { idOf, make }: Spdx3Maker, described: readonly Spdx3Element[]): Spdx3Element[] {
  const { product, inventory } = subject;
  const name = product.version === undefined ? product.name : `${product.name} ${product.version}`;
  const facts = documentFacts(inventory);
  return [
    make('SpdxDocument', 'Document', {
      name,
      profileConformance: ['core', 'software', 'simpleLicensing'],
      rootElement: [idOf('Sbom')],
      element: [idOf('Sbom'), ...described.map(({ spdxId }) => spdxId)],
    }),
    make('software_Sbom', 'Sbom', {
      software_sbomType: phasesOf(inventory).map((phase) => sbomTypes[phase]),
      rootElement: [idOf('Product')],
      element: described.map(({ spdxId }) => spdxId),
    }),
    ...(facts.length === 0
      ? []
      : [
          make('Annotation', 'Document-facts', {
            annotationType: 'other',
            subject: idOf('Document'),
            statement: factLines(facts),
          }),
        ]),
  ];
}

/** Lockfiles stand with the sources; what is read from an image is analysed after the build. */
const sbomTypes: Readonly<Record<Phase, string>> = { 'pre-build': 'source', 'post-build': 'analyzed' };
