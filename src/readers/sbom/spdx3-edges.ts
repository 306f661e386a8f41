import type { SbomCompleteness, SbomDependency } from '../../model/sbom-document.ts';
import type { PlaceOf } from './cyclonedx-entries.ts';
import { referenceOf, textOf, valuesOf, type Spdx3Element } from './spdx3-graph.ts';

/** What the relationships of an SPDX 3 graph tell. */
export type Spdx3Edges = {
  readonly dependencies: readonly SbomDependency[];
  readonly completeness: readonly SbomCompleteness[];
  /** What is described by anything. */
  readonly described: readonly string[];
  /** The references to licences and files of an element, by the kind of relationship. */
  readonly linked: (
    id: string,
    kind: string,
  ) => readonly { readonly reference: unknown; readonly edge: Spdx3Element }[];
};

/** Reads relationships; one of them may lead to several elements, or to none, or say that nobody knows. */
export function spdx3Edges(elements: readonly Spdx3Element[], placeOf: PlaceOf): Spdx3Edges {
  const dependencies: SbomDependency[] = [];
  const completeness: SbomCompleteness[] = [];
  const described: string[] = [];
  const links = new Map<string, { reference: unknown; edge: Spdx3Element }[]>();
  for (const edge of elements) {
    const type = textOf(edge, 'relationshipType');
    const [first] = valuesOf(edge, 'from');
    const from = referenceOf(first);
    if (type === undefined || from === undefined) continue;
    const targets = valuesOf(edge, 'to');
    if (kept.has(type)) {
      const key = `${type} ${from}`;
      const known = links.get(key) ?? [];
      for (const reference of targets) known.push({ reference, edge });
      links.set(key, known);
    }
    const references = targets.flatMap((one) => referenceOf(one) ?? []);
    if (type === 'describes') described.push(...references);
    const meaning = meanings.get(type);
    if (meaning === undefined) continue;
    const { keyPath } = edge;
    const at = placeOf(keyPath);
    const { kind, fixed } = meaning;
    const lifecycle = textOf(edge, 'scope');
    const scope = fixed ?? scopes.get(lifecycle ?? '');
    const to = references.filter((one) => !isNobody(one));
    const stated = `relationship ${type}${lifecycle === undefined ? '' : `, scope ${lifecycle}`}`;
    if (to.length > 0) dependencies.push({ at, keyPath, from, to, kind, scope, stated });
    const of = kind === 'needs' ? 'dependencies' : 'parts';
    const said = references.find(isNobody) ?? textOf(edge, 'completeness');
    if (said !== undefined) completeness.push({ at, keyPath, of, refs: [from], state: stateOf(said), stated: said });
  }
  return { dependencies, completeness, described, linked: (id, kind) => links.get(`${kind} ${id}`) ?? [] };
}

const kept: ReadonlySet<string> = new Set(['hasDeclaredLicense', 'hasConcludedLicense', 'hasDistributionArtifact']);

const meanings: ReadonlyMap<string, { kind: SbomDependency['kind']; fixed?: SbomDependency['scope'] }> = new Map([
  ['dependsOn', { kind: 'needs' }],
  ['hasPrerequisite', { kind: 'needs' }],
  ['hasProvidedDependency', { kind: 'needs' }],
  ['hasOptionalDependency', { kind: 'needs', fixed: 'optional' }],
  ['hasStaticLink', { kind: 'needs' }],
  ['hasDynamicLink', { kind: 'needs' }],
  ['usesTool', { kind: 'needs', fixed: 'development' }],
  ['contains', { kind: 'holds' }],
]);

/** Scopes of a lifecycle (SPDX 3, LifecycleScopeType). */
const scopes: ReadonlyMap<string, SbomDependency['scope']> = new Map([
  ['runtime', 'runtime'],
  ['build', 'development'],
  ['development', 'development'],
  ['test', 'development'],
  ['design', 'development'],
]);

function isNobody(reference: string): boolean {
  return /(?:NoneElement|NoAssertionElement)$/.test(reference);
}

function stateOf(said: string): SbomCompleteness['state'] {
  if (said === 'complete' || said.endsWith('NoneElement')) return 'complete';
  return said === 'incomplete' ? 'incomplete' : 'unknown';
}
