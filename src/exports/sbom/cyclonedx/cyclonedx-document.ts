import type { SbomSubject } from '../../../model/plugs/export.ts';
import { contentId } from '../facts/content-id.ts';
import { cyclonedxComponent, cyclonedxMaker } from './cyclonedx-component.ts';
import { dependencyGraph, type Completeness, type DependencyGraph } from '../facts/dependency-graph.ts';
import { phasesOf } from '../facts/generation-context.ts';
import { parseOrganisation } from '../facts/organisation.ts';
import { productPurl } from '../facts/product-purl.ts';
import { documentFacts, productFacts, type Fact } from '../facts/tureen-facts.ts';

/** A version of CycloneDX (ECMA-424) that is written. */
export type CycloneDxSpec = '1.4' | '1.5' | '1.6' | '1.7';

/** Every version that is written, the preferred one first. */
export const cyclonedxSpecs: readonly CycloneDxSpec[] = ['1.6', '1.7', '1.5', '1.4'];

/** What a CycloneDX document says, in the names of its JSON and the order of its XML, before it has a form. */
export type CycloneDxDocument = {
  readonly serialNumber: string;
  readonly content: {
    readonly version: number;
    readonly metadata: object;
    readonly components: readonly object[];
    readonly dependencies: readonly object[];
    readonly compositions: readonly object[];
  };
};

/** Describes a subject as a version of CycloneDX can; its identity follows from all that it says. */
export function cyclonedxDocument(subject: SbomSubject, spec: string): CycloneDxDocument {
  const graph = dependencyGraph(subject.inventory);
  const content = {
    version: 1,
    metadata: metadata(subject, spec),
    components: graph.nodes.map((node) => cyclonedxComponent(node, subject, spec)),
    dependencies: dependencies(graph),
    compositions: compositions(graph),
  };
  return { serialNumber: `urn:uuid:${contentId([spec, content])}`, content };
}

const productRef = 'product';

function metadata(subject: SbomSubject, spec: string): object {
  const { product, made, inventory } = subject;
  const manufacturer = cyclonedxMaker(product);
  const facts = productFacts(product);
  const phases = phasesOf(inventory);
  return {
    timestamp: made,
    lifecycles: spec === '1.4' ? undefined : phases.map((phase) => ({ phase })),
    tools: toolsOf(subject, spec),
    authors: isBefore(spec, '1.6') ? authorsOf(subject) : undefined,
    component: {
      type: 'application',
      'bom-ref': productRef,
      supplier: manufacturer,
      manufacturer: isBefore(spec, '1.6') ? undefined : manufacturer,
      author: isBefore(spec, '1.6') ? product.manufacturer : undefined,
      name: product.name,
      version: product.version,
      purl: productPurl(product),
      properties: facts.length === 0 ? undefined : facts,
    },
    [isBefore(spec, '1.6') ? 'manufacture' : 'manufacturer']: manufacturer,
    properties: [...(spec === '1.4' ? phases.map(phaseFact) : []), ...documentFacts(inventory)],
  };
}

/** Version 1.4 has no field for the generation context. */
function phaseFact(phase: string): Fact {
  return { name: 'tureen:lifecycle', value: phase };
}

/** Before version 1.6 `manufacture` is who makes the product, and only `authors` answer for the document itself. */
function authorsOf({ product }: SbomSubject): readonly object[] | undefined {
  const { manufacturer, email } = product;
  return manufacturer === undefined ? undefined : [{ name: parseOrganisation(manufacturer).name, email }];
}

function toolsOf({ tool }: SbomSubject, spec: string): object {
  const { name, version } = tool;
  return spec === '1.4' ? [{ name, version }] : { components: [{ type: 'application', name, version }] };
}

/** Whether a version of the specification is older than another; both have one digit behind the dot. */
function isBefore(spec: string, other: CycloneDxSpec): boolean {
  return spec < other;
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
