import type { SbomCompleteness, SbomDependency } from '../../../model/inventory/sbom-document.ts';
import type { PlaceOf } from '../cyclonedx/cyclonedx-entries.ts';
import { referenceOf, textOf, valuesOf, type Spdx3Element } from './spdx3-graph.ts';

/** What the relationships of an SPDX 3 graph tell. */
export type Spdx3Edges = {
  readonly dependencies: readonly SbomDependency[];
  readonly completeness: readonly SbomCompleteness[];
  /** What is described by anything. */
  readonly described: readonly string[];
  /** The references to licences, files and sources (`isGeneratedFrom`) of an element, by the kind of relationship. */
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
    const link = (key: string, reference: unknown) => {
      const known = links.get(key) ?? [];
      known.push({ reference, edge });
      links.set(key, known);
    };
    const references = targets.flatMap((one) => referenceOf(one) ?? []);
    const linking = type === 'other' ? textOf(edge, 'comment') : type;
    if (linking !== undefined && kept.has(linking))
      for (const reference of targets) link(`${linking} ${from}`, reference);
    if (type === 'generates') for (const reference of references) link(`isGeneratedFrom ${reference}`, first);
    if (type === 'describes') for (const each of references) described.push(each);
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

/** The last one is a comment on a relationship of type `other`, as BSI TR-03183-2 has it. */
const kept: ReadonlySet<string> = new Set([
  'hasDeclaredLicense',
  'hasConcludedLicense',
  'hasDistributionArtifact',
  'hasEffectiveLicense',
]);

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
