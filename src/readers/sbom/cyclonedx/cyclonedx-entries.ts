import { entryProblem } from '../../../base/reading.ts';
import { salvage } from '../../../base/formats/salvage.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { KeyPath, LinePlace } from '../../../model/place.ts';
import type { SbomComponent, SbomDependency } from '../../../model/inventory/sbom-document.ts';
import { cycloneDxComponent, isHexadecimal } from './cyclonedx-component.ts';
import { componentSchema, dependencySchema, type BomComponent } from './cyclonedx-schema.ts';

/** What could be used of a list, and what is wrong with the rest. */
export type Collected<T> = { readonly entries: readonly T[]; readonly diagnostics: readonly Diagnostic[] };

/** Finds the line of a key path. */
export type PlaceOf = (keyPath: KeyPath) => LinePlace;

/** One component, the values of the components inside it, and what is wrong with it. */
export type Inspected = {
  readonly entry: SbomComponent | undefined;
  readonly inside: readonly unknown[];
  readonly diagnostics: readonly Diagnostic[];
};

/** What to do about an entry that breaks the format. */
export const mendGenerator = 'Correct the generator of this file, or the file; what is wrong was left out.';

/** Collects components and the components inside them: those are parts, not dependencies, and count all the same. */
export function collectComponents(
  values: readonly unknown[],
  keyPath: KeyPath,
  outer: string | undefined,
  placeOf: PlaceOf,
): Collected<SbomComponent> {
  const entries: SbomComponent[] = [];
  const diagnostics: Diagnostic[] = [];
  values.forEach((value, index) => {
    const one = inspectComponent(value, [...keyPath, index], outer, placeOf);
    const inner = collectComponents(one.inside, [...keyPath, index, 'components'], one.entry?.ref ?? outer, placeOf);
    if (one.entry !== undefined) entries.push(one.entry);
    for (const entry of inner.entries) entries.push(entry);
    for (const each of one.diagnostics.slice(0, mostProblems)) diagnostics.push(each);
    for (const each of inner.diagnostics) diagnostics.push(each);
  });
  return { entries, diagnostics };
}

/** Checks one component. */
export function inspectComponent(
  value: unknown,
  keyPath: KeyPath,
  outer: string | undefined,
  placeOf: PlaceOf,
): Inspected {
  const at = placeOf(keyPath);
  const { value: written, problems } = salvage(componentSchema, value);
  const wrong = problems.map((problem) => `${[...keyPath, ...problem.keyPath].join('.')}: ${problem.message}`);
  const spoilt = written === undefined ? [] : spoiltHashes(written).map((path) => [...keyPath, ...path].join('.'));
  return {
    entry: written && cycloneDxComponent(written, { at, keyPath, inside: outer }),
    inside: written?.components ?? [],
    diagnostics: [...wrong, ...spoilt.map((path) => `${path}: is no hash in hexadecimal`)]
      .slice(0, mostProblems)
      .map((message) => entryProblem(at, message, mendGenerator)),
  };
}

/** Collects the entries of the dependency graph. */
export function collectDependencies(values: readonly unknown[], placeOf: PlaceOf): Collected<SbomDependency> {
  const entries: SbomDependency[] = [];
  const diagnostics: Diagnostic[] = [];
  values.forEach((value, index) => {
    const keyPath = ['dependencies', index];
    const at = placeOf(keyPath);
    const { value: entry, problems } = salvage(dependencySchema, value);
    for (const problem of problems.slice(0, mostProblems))
      diagnostics.push(
        entryProblem(at, `${[...keyPath, ...problem.keyPath].join('.')}: ${problem.message}`, mendGenerator),
      );
    if (entry === undefined) return;
    const { ref, dependsOn = [] } = entry;
    entries.push({ at, keyPath, from: ref, to: dependsOn, kind: 'needs', scope: undefined, stated: 'dependsOn' });
  });
  return { entries, diagnostics };
}

/** So many faults of one entry are told. */
const mostProblems = 5;

function spoiltHashes({ hashes = [], externalReferences = [] }: BomComponent): readonly KeyPath[] {
  const spoilt = (list: readonly { content: string }[], above: KeyPath) =>
    list.flatMap(({ content }, index) => (isHexadecimal(content) ? [] : [[...above, 'hashes', index, 'content']]));
  return [
    ...spoilt(hashes, []),
    ...externalReferences.flatMap((reference, index) => spoilt(reference.hashes ?? [], ['externalReferences', index])),
  ];
}
