import type { Relation } from '../../../model/component.ts';
import type { Graph } from '../../../model/inventory/inventory.ts';
import { registryName } from '../pypi-package.ts';

/** A package of a requirements file, and who asked for it by its `# via` comment. */
export type AnnotatedPackage = {
  readonly name: string;
  readonly purl: string;
  readonly via: readonly string[] | undefined;
};

/** What the `# via` comments of a file tell of its packages. */
export type RequirementGraph = {
  readonly graph: Graph;
  readonly relationOf: (one: AnnotatedPackage) => Relation;
  readonly needsOf: (one: AnnotatedPackage) => readonly string[] | undefined;
};

/** Turns the comments round, for they name who asked; with `hidesOwn`, an asker that is not listed is a package of the product. */
export function requirementGraph(packages: readonly AnnotatedPackage[], hidesOwn: boolean): RequirementGraph {
  const listed = new Set(packages.map(({ name }) => name));
  const needs = new Map<string, Set<string>>();
  for (const { purl, via = [] } of packages) {
    for (const asker of via) {
      const name = packageIn(asker);
      if (name === undefined) continue;
      const known = needs.get(name) ?? new Set<string>();
      needs.set(name, known.add(purl));
    }
  }
  const annotated = packages.filter(({ via }) => via !== undefined).length;
  const graph = annotated === 0 ? 'none' : annotated === packages.length ? 'complete' : 'partial';
  return {
    graph,
    relationOf: ({ via = [] }) => {
      const askers = via.filter((asker) => !limits.test(asker));
      const names = askers.map(packageIn);
      const isHidden = (name: string | undefined) => hidesOwn && name !== undefined && !listed.has(name);
      if (askers.some((asker) => ownFiles.test(asker)) || names.some(isHidden)) return 'direct';
      return names.length > 0 && names.every((name) => name !== undefined && listed.has(name))
        ? 'transitive'
        : 'unknown';
    },
    needsOf: ({ name }) => {
      const known = needs.get(name);
      return known === undefined && graph !== 'complete' ? undefined : [...(known ?? [])].toSorted();
    },
  };
}

/** A file of constraints or overrides fixes versions; it asks for nothing. */
const limits = /^(?:-c|--constraint|--override)\s/;

/** The product's own files: `-r requirements.in`, `dermascan (pyproject.toml)`. */
const ownFiles = /^(?:-[re]|--requirement|--editable)\s|\)$/;

function packageIn(asker: string): string | undefined {
  const [, name] = /^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?$/.exec(asker) ?? [];
  return name === undefined ? undefined : registryName(name);
}
