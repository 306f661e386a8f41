import type { Component } from '../../../model/component.ts';
import { sourcePackageOf, withEpoch, type ToldSource } from './source-package-of.ts';

/** The names and versions by which the advisories of an ecosystem may speak of a component; most distributions name sources. */
export function publishedAs(component: Component, ecosystem: string): readonly ToldSource[] {
  const source = sourcePackageOf(component);
  const binary = { name: component.name, version: withEpoch(component, component.version), told: true };
  if (byBinary.has(ecosystem)) return [binary];
  return byEither.has(ecosystem) && source.name !== binary.name ? [{ ...source, told: true }, binary] : [source];
}

/** Records that list each binary, whatever it was built from: no package has the name of the source `dotnet6.0`. */
const byBinary = new Set(['AlmaLinux', 'Red Hat']);

/** Records that name sources, or those binaries alone that hold the defect. */
const byEither = new Set(['Chainguard', 'MinimOS', 'Wolfi']);
