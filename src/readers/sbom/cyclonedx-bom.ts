import type { Component } from '../../model/component.ts';
import type { KeyPath, LinePlace } from '../../model/place.ts';
import type { Reading } from '../../model/reader.ts';
import { collectComponents, collectDependencies, inspectComponent, type BomEntry } from './bom-entries.ts';
import { bomNotes } from './bom-notes.ts';
import { resolveReferences } from './bom-references.ts';
import { cycloneDxComponent } from './cyclonedx-component.ts';
import type { Bom } from './cyclonedx-schema.ts';
import { dependencyGraph } from './dependency-graph.ts';

/** Reads a bill of materials: `metadata.component` is the product's own package, everything else is of others. */
export function readBom(file: string, bom: Bom, lineOf: (keyPath: KeyPath) => number): Reading {
  const placeOf = (keyPath: KeyPath): LinePlace => ({ file, line: lineOf(keyPath) });
  const subject = bom.metadata?.component ?? undefined;
  const root = subject === undefined ? undefined : inspectComponent(subject, ['metadata', 'component'], placeOf);
  const parts = collectComponents(root?.inside ?? [], ['metadata', 'component', 'components'], placeOf);
  const listed = collectComponents(bom.components ?? [], ['components'], placeOf);
  const others = [...parts.entries, ...listed.entries];
  const all = root?.entry === undefined ? others : [root.entry, ...others];

  const dependencies = collectDependencies(bom.dependencies ?? [], placeOf);
  const references = resolveReferences(all, dependencies.entries, bom.services ?? []);
  const graph = dependencyGraph(dependencies.entries, root?.entry?.ref);
  const needsOf = ({ ref, identity }: BomEntry): readonly string[] | undefined => {
    const needed = ref === undefined ? undefined : graph.needsOf(ref)?.flatMap((one) => references.find(one) ?? []);
    const purls = new Set(needed?.map((one) => one.identity.purl).filter((purl) => purl !== identity.purl));
    return needed && [...purls].toSorted();
  };
  const components = all.map((entry) => {
    const firstParty = entry === root?.entry;
    const relation = firstParty ? 'direct' : entry.ref === undefined ? 'unknown' : graph.relationOf(entry.ref);
    return cycloneDxComponent(entry, { relation, firstParty, dependsOn: needsOf(entry) });
  });
  return {
    components,
    graph: graphOf(bom, components, references.diagnostics.length),
    diagnostics: [
      ...bomNotes(file, bom, others),
      ...(root?.diagnostics ?? []),
      ...parts.diagnostics,
      ...listed.diagnostics,
      ...dependencies.diagnostics,
      ...references.diagnostics,
    ],
  };
}

/** Complete only when every component has its entry and no composition says that entries are missing. */
function graphOf(bom: Bom, components: readonly Component[], faults: number): Reading['graph'] {
  if (components.every(({ dependsOn }) => dependsOn === undefined || dependsOn.length === 0)) return 'none';
  const admitted = bom.compositions?.some(
    ({ aggregate, dependencies = [] }) => aggregate !== 'complete' && dependencies.length > 0,
  );
  const whole = faults === 0 && admitted !== true && components.every(({ dependsOn }) => dependsOn !== undefined);
  return whole ? 'complete' : 'partial';
}
