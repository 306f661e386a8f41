import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import { salvage } from '../../base/salvage.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KeyPath, LinePlace } from '../../model/place.ts';
import { identify, type Identity } from './component-identity.ts';
import { componentSchema, dependencySchema, type BomComponent } from './cyclonedx-schema.ts';
import type { GraphEntry } from './dependency-graph.ts';

/** A component of a bill of materials, identified. */
export type BomEntry = {
  readonly component: BomComponent;
  readonly identity: Identity;
  /** What the dependency graph calls it: its `bom-ref`; generators that write none use the package URL. */
  readonly ref: string | undefined;
  readonly at: LinePlace;
};

/** An entry of the dependency graph and where it stands. */
export type PlacedGraphEntry = GraphEntry & { readonly at: LinePlace };

/** What could be used of a list, and what is wrong with the rest. */
export type Collected<T> = { readonly entries: readonly T[]; readonly diagnostics: readonly Diagnostic[] };

/** Finds the line of a key path. */
export type PlaceOf = (keyPath: KeyPath) => LinePlace;

/** One component, the values of the components inside it, and what is wrong with it. */
export type Inspected = {
  readonly entry: BomEntry | undefined;
  readonly inside: readonly unknown[];
  readonly diagnostics: readonly Diagnostic[];
};

/** Collects components and the components inside them: those are parts, not dependencies, and count all the same. */
export function collectComponents(values: readonly unknown[], keyPath: KeyPath, placeOf: PlaceOf): Collected<BomEntry> {
  return merge(
    values.map((value, index) => {
      const { entry, inside, diagnostics } = inspectComponent(value, [...keyPath, index], placeOf);
      const own = { entries: entry === undefined ? [] : [entry], diagnostics };
      return inside.length === 0
        ? own
        : merge([own, collectComponents(inside, [...keyPath, index, 'components'], placeOf)]);
    }),
  );
}

/** Checks and identifies one component. */
export function inspectComponent(value: unknown, keyPath: KeyPath, placeOf: PlaceOf): Inspected {
  const at = placeOf(keyPath);
  const { value: component, problems } = salvage(componentSchema, value);
  const identity = component && identify(component);
  const wrong = problems
    .slice(0, 5)
    .map((problem) => `${[...keyPath, ...problem.keyPath].join('.')}: ${problem.message}`);
  if (component !== undefined && identity === undefined)
    wrong.push('this component has neither a name nor a package URL');
  if (identity?.problem !== undefined) wrong.push(`${quote(identity.name)}: ${identity.problem}`);
  return {
    entry: component && identity && { component, identity, ref: component['bom-ref'] ?? component.purl, at },
    inside: component?.components ?? [],
    diagnostics: wrong.map((message) => entryProblem(at, message, remedy)),
  };
}

/** Collects the entries of the dependency graph. */
export function collectDependencies(values: readonly unknown[], placeOf: PlaceOf): Collected<PlacedGraphEntry> {
  return merge(
    values.map((value, index) => {
      const at = placeOf(['dependencies', index]);
      const { value: entry, problems } = salvage(dependencySchema, value);
      const wrong = problems.map(({ keyPath, message }) =>
        entryProblem(at, `${['dependencies', index, ...keyPath].join('.')}: ${message}`, remedy),
      );
      const entries = entry === undefined ? [] : [{ ref: entry.ref, dependsOn: entry.dependsOn ?? [], at }];
      return { entries, diagnostics: wrong };
    }),
  );
}

const remedy = 'Correct the generator of this file, or the file; what is wrong was left out.';

function merge<T>(parts: readonly Collected<T>[]): Collected<T> {
  return {
    entries: parts.flatMap(({ entries }) => entries),
    diagnostics: parts.flatMap(({ diagnostics }) => diagnostics),
  };
}
