import { formatPurl } from '../../base/packages/purl.ts';
import { entryProblem } from '../../base/reading.ts';
import { withoutSecrets } from '../../base/packages/repositories/package-address.ts';
import type { Component, Hash, Scope } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';

/** A package as Buildroot tells of it, in its manifest or its list of everything. */
export type BuildrootPackage = {
  readonly name: string;
  /** Blank where there is none; `custom` for what is built from a folder of the builder's machine. */
  readonly version: string;
  readonly licence: string | undefined;
  readonly download: string | undefined;
  readonly hash: Hash | undefined;
  readonly scope: Scope;
  readonly reason: string;
  readonly at: LinePlace;
};

/** The component of a package; Buildroot has no package URL type of its own. `needed` is `undefined` without a graph. */
export function buildrootComponent(one: BuildrootPackage, needed: readonly BuildrootPackage[] | undefined): Component {
  const version = versionOf(one);
  return {
    purl: buildrootPurl(one),
    type: 'generic',
    name: one.name,
    version,
    pinning: version === undefined ? { kind: 'mutable', asked: one.version || '*' } : { kind: 'exact' },
    scope: one.scope,
    scopeEvidence: [{ scope: one.scope, reason: one.reason, at: one.at }],
    relation: 'unknown',
    firstParty: false,
    foundAt: [one.at],
    hashes: one.hash === undefined ? [] : [one.hash],
    licences: one.licence === undefined ? [] : [{ expression: one.licence, at: one.at }],
    supplier: undefined,
    homepage: undefined,
    repository: undefined,
    download: one.download === undefined ? undefined : withoutSecrets(one.download),
    description: undefined,
    source: undefined,
    dependsOn: needed && [...new Set(needed.map(buildrootPurl))].toSorted(),
  };
}

/** What must be said of a package whose version nobody knows. */
export function versionProblem(one: BuildrootPackage): Diagnostic[] {
  if (versionOf(one) !== undefined) return [];
  const reason =
    one.version === ''
      ? `"${one.name}" has no version`
      : `"${one.name}" was built from a folder of the builder's machine, so that its version is not known`;
  const help =
    'Build it from a fixed archive or commit (no OVERRIDE_SRCDIR), or enter the component by hand in tureen.yaml.';
  return [entryProblem(one.at, reason, help)];
}

function buildrootPurl(one: BuildrootPackage): string {
  return formatPurl({ type: 'generic', name: one.name, version: versionOf(one) });
}

function versionOf({ version }: BuildrootPackage): string | undefined {
  return version === '' || version === 'custom' ? undefined : version;
}
