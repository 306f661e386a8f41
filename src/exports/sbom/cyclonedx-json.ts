import type { SbomExport, SbomSubject } from '../../model/export.ts';
import { contentId } from './content-id.ts';
import { cyclonedxComponent, cyclonedxOrganisation } from './cyclonedx-component.ts';
import { dependencyGraph, type Completeness, type DependencyGraph } from './dependency-graph.ts';
import { phasesOf } from './generation-context.ts';
import { documentFacts, productFacts } from './tureen-facts.ts';

/** Writes CycloneDX JSON (ECMA-424): inventory, graph and what is not known of them; vulnerabilities never. */
export const cyclonedxJson: SbomExport = {
  name: 'cyclonedx-json',
  title: 'CycloneDX JSON',
  specs: ['1.6', '1.7'],
  extension: 'cdx.json',
  write: (subject, spec) => {
    const graph = dependencyGraph(subject.inventory);
    const content = {
      version: 1,
      metadata: metadata(subject),
      components: graph.nodes.map((node) => cyclonedxComponent(node, subject, spec)),
      dependencies: dependencies(graph),
      compositions: compositions(graph),
    };
    const head = {
      $schema: `http://cyclonedx.org/schema/bom-${spec}.schema.json`,
      bomFormat: 'CycloneDX',
      specVersion: spec,
    };
    const document = { ...head, serialNumber: `urn:uuid:${contentId([spec, content])}`, ...content };
    return `${JSON.stringify(document, undefined, 2)}\n`;
  },
};

const productRef = 'product';

function metadata({ product, tool, made, inventory }: SbomSubject): object {
  const manufacturer = manufacturerOf(product);
  const facts = productFacts(product);
  return {
    timestamp: made,
    lifecycles: phasesOf(inventory).map((phase) => ({ phase })),
    tools: { components: [{ type: 'application', name: tool.name, version: tool.version }] },
    manufacturer,
    component: {
      type: 'application',
      'bom-ref': productRef,
      supplier: manufacturer,
      manufacturer,
      name: product.name,
      version: product.version,
      properties: facts.length === 0 ? undefined : facts,
    },
    properties: documentFacts(inventory),
  };
}

/** Who makes the product answers for its SBOM, and supplies the product. */
function manufacturerOf({ manufacturer, website, email }: SbomSubject['product']): object | undefined {
  if (manufacturer === undefined) return undefined;
  return {
    ...cyclonedxOrganisation(manufacturer),
    ...(website !== undefined && { url: [website] }),
    ...(email !== undefined && { contact: [{ email }] }),
  };
}

/** An empty `dependsOn` says that nothing is needed; it is left out where no file tells. */
function dependencies({ nodes, product }: DependencyGraph): readonly object[] {
  return [
    { ref: productRef, dependsOn: product.dependsOn },
    ...nodes.map(({ ref, completeness, dependsOn }) => ({
      ref,
      dependsOn: completeness === 'unknown' ? undefined : dependsOn,
    })),
  ];
}

/**
 * How far the lists can be trusted. That the product holds no more than its files list is never certain: a file that
 * was not understood makes its assembly `incomplete`, and otherwise it is `unknown`.
 */
function compositions({ nodes, product }: DependencyGraph): readonly object[] {
  const assembly: Completeness = product.completeness === 'incomplete' ? 'incomplete' : 'unknown';
  const edges = [{ ref: productRef, completeness: product.completeness }, ...nodes];
  return (['complete', 'incomplete', 'unknown'] as const).flatMap((aggregate) => {
    const refs = edges.filter(({ completeness }) => completeness === aggregate).map(({ ref }) => ref);
    const rows = {
      ...(aggregate === assembly && { assemblies: [productRef] }),
      ...(refs.length > 0 && { dependencies: refs }),
    };
    return Object.keys(rows).length === 0 ? [] : [{ aggregate, ...rows }];
  });
}
