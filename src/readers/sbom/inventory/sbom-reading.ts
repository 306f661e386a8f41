import { quote } from '../../../base/quote.ts';
import { entryProblem } from '../../../base/reading.ts';
import type { Component } from '../../../model/component.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Reading } from '../../../model/plugs/reader.ts';
import type { ParsedSbom, SbomComponent, SbomDocument } from '../../../model/inventory/sbom-document.ts';
import { identify } from '../stated/component-identity.ts';
import { mendGenerator } from '../cyclonedx/cyclonedx-entries.ts';
import { dependencyGraph } from './dependency-graph.ts';
import { inventoryComponent } from './inventory-component.ts';
import { resolveReferences } from './sbom-references.ts';
import type { SbomEntry } from './sbom-entry.ts';
import { sbomNotes } from './sbom-notes.ts';
import { scopesByEdge } from './sbom-scopes.ts';

/** Turns an SBOM of anybody into components of the inventory: what it describes is the product's own, all else of others. */
export function sbomReading(file: string, { document, diagnostics }: ParsedSbom): Reading {
  if (document === undefined) return { components: [], graph: 'none', diagnostics };
  const subjects = identified(document.subjects);
  const others = identified(document.components);
  const all = [...subjects.entries, ...others.entries];
  const isOwn = ownPackages(document);

  const needs = document.dependencies.filter(({ kind }) => kind === 'needs');
  const answered = document.completeness
    .filter(({ of, state }) => of === 'dependencies' && state === 'complete')
    .flatMap(({ refs }) => refs.map((from) => ({ from, to: [] })));
  const isAdmitted = admittedGaps(document);
  const references = resolveReferences(document, all);
  const roots = subjects.entries.flatMap(({ component, ref }) => (isOwn(component) ? (ref ?? []) : []));
  const graph = dependencyGraph(document.family === 'SPDX' ? [...needs, ...answered] : needs, roots);
  const scopes = scopesByEdge(document);
  const needsOf = ({ ref, identity }: SbomEntry): readonly string[] | undefined => {
    const targets = ref === undefined ? undefined : graph.needsOf(ref);
    if (ref !== undefined && targets?.length === 0 && isAdmitted(ref)) return undefined;
    const needed = targets?.flatMap((one) => references.find(one) ?? []);
    if (needed?.length === 0 && targets?.length !== 0) return undefined;
    const purls = new Set(needed?.map((one) => one.identity.purl).filter((purl) => purl !== identity.purl));
    return needed && [...purls].toSorted();
  };
  const components = all.map((entry) => {
    const firstParty = isOwn(entry.component);
    const relation = firstParty ? 'direct' : entry.ref === undefined ? 'unknown' : graph.relationOf(entry.ref);
    return inventoryComponent(
      entry,
      { relation, firstParty, dependsOn: needsOf(entry) },
      entry.ref === undefined ? [] : (scopes.get(entry.ref) ?? []),
    );
  });
  const writtenOf = productOfOwnSbom(document);
  return {
    components,
    ...(writtenOf !== undefined && { writtenOf }),
    graph: graphOf(document, components, references.diagnostics.length),
    diagnostics: [
      ...sbomNotes(file, document, others.entries, isOwn),
      ...diagnostics,
      ...subjects.diagnostics,
      ...others.diagnostics,
      ...references.diagnostics,
    ],
  };
}

/** The product that the document is of, where it is one that Tureen wrote. */
function productOfOwnSbom({ tools, subjects }: SbomDocument): string | undefined {
  const name = subjects[0]?.name;
  return name?.state === 'known' && tools.some(({ value }) => value.name === 'tureen') ? name.value : undefined;
}

function identified(components: readonly SbomComponent[]) {
  const entries: SbomEntry[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const component of components) {
    const { at, ref } = component;
    const identity = identify(component);
    if (identity === undefined) {
      diagnostics.push(entryProblem(at, 'this component has neither a name nor a package URL', mendGenerator));
      continue;
    }
    if (identity.problem !== undefined)
      diagnostics.push(entryProblem(at, `${quote(identity.name)}: ${identity.problem}`, mendGenerator));
    entries.push({ component, identity, ref, at });
  }
  return { entries, diagnostics };
}

/** Of which elements the document says that what they need is not told, or not in full: an empty list is then no answer. */
function admittedGaps({ completeness }: SbomDocument): (ref: string) => boolean {
  const told = completeness.filter(({ of }) => of === 'dependencies');
  const refsOf = (isMeant: (state: string) => boolean) =>
    new Set(told.flatMap(({ refs, state }) => (isMeant(state) ? refs : [])));
  const open = refsOf((state) => state !== 'complete');
  const closed = refsOf((state) => state === 'complete');
  return (ref) => open.has(ref) && !closed.has(ref);
}

/** A document that describes each of several packages tells of none that it is the product. */
function ownPackages({ subjects, components }: SbomDocument): (component: SbomComponent) => boolean {
  const own = subjects.length > 1 && components.length === 0 ? new Set<SbomComponent>() : new Set(subjects);
  return (component) => own.has(component);
}

/** Complete only when every component has its entry and no statement says that entries are missing. */
function graphOf(document: SbomDocument, components: readonly Component[], faults: number): Reading['graph'] {
  if (components.every(({ dependsOn }) => dependsOn === undefined || dependsOn.length === 0)) return 'none';
  const admitted = document.completeness.some(
    ({ of, refs, state }) => of === 'dependencies' && refs.length > 0 && state !== 'complete',
  );
  const whole = faults === 0 && !admitted && components.every(({ dependsOn }) => dependsOn !== undefined);
  return whole ? 'complete' : 'partial';
}
