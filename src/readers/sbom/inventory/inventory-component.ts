import type { Component, Hash, LicenceStatement, Scope, ScopeEvidence } from '../../../model/component.ts';
import type { LinePlace } from '../../../model/place.ts';
import type { SbomComponent } from '../../../model/inventory/sbom-document.ts';
import type { SbomEntry } from './sbom-entry.ts';
import { known } from '../stated/stated.ts';
import { upstreamPackage } from './upstream-package.ts';

/** What an entry does not say itself, but the rest of the file does. */
type Surroundings = Pick<Component, 'relation' | 'firstParty' | 'dependsOn'>;

/** The component of the inventory that an entry of an SBOM is. */
export function inventoryComponent(
  { component: entry, identity, at }: SbomEntry,
  around: Surroundings,
  byEdges: readonly ScopeEvidence[],
): Component {
  const scopeEvidence = around.firstParty ? [ownScope(at)] : scopesOf(entry, byEdges);
  const maker = known(entry.manufacturer)?.name;
  return {
    purl: identity.purl,
    type: identity.parts.type,
    name: identity.name,
    version: identity.version,
    pinning:
      identity.version === undefined && !around.firstParty
        ? { kind: 'range', asked: entry.versionRange ?? '*' }
        : { kind: 'exact' },
    scope: scopeEvidence[0]?.scope ?? 'unknown',
    scopeEvidence,
    relation: around.relation,
    firstParty: around.firstParty,
    foundAt: [at],
    hashes: hashesOf(entry),
    licences: licencesOf(entry),
    supplier: known(entry.supplier)?.name ?? entry.publisher?.value,
    ...(maker !== undefined && { originator: maker }),
    homepage: known(entry.website),
    repository: entry.vcs?.value,
    download: known(entry.download),
    description: entry.description?.trim().split(/\r?\n/)[0] || undefined,
    source: upstreamPackage(identity.parts, entry),
    ...(entry.cpes.length > 0 && { cpes: [...new Set(entry.cpes.map(({ value }) => value))].toSorted() }),
    dependsOn: around.dependsOn,
  };
}

/** The algorithms of a component's hashes that the inventory does not hold, such as SHA3-256. */
export function unheldAlgorithms(component: SbomComponent): readonly string[] {
  return allHashes(component)
    .map(({ algorithm }) => algorithm)
    .filter((algorithm) => !algorithms.has(algorithm));
}

const algorithms: ReadonlyMap<string, Hash['algorithm']> = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
]);

/** The formats rarely say over what the hashes of a component were taken; those of a distribution are over its file. */
function hashesOf(component: SbomComponent): readonly Hash[] {
  const files = component.references.filter(({ type, hashes }) => type === 'distribution' && hashes.length > 0);
  return allHashes(component).flatMap(({ algorithm: written, value, of, file }) => {
    const algorithm = algorithms.get(written);
    if (algorithm === undefined) return [];
    const subject = of === 'distribution' ? (files.length === 1 ? 'archive' : (file ?? 'archive')) : (file ?? of);
    return [{ algorithm, value, of: subject }];
  });
}

/** Hashes of the files inside and of the sources are not those of the package. */
function allHashes({ hashes, references }: SbomComponent) {
  const distributions = references.filter(({ type }) => type === 'distribution');
  return [...hashes, ...distributions.flatMap((one) => one.hashes)].filter(
    ({ of }) => of !== 'files' && of !== 'source',
  );
}

function ownScope(at: LinePlace): ScopeEvidence {
  return { scope: 'runtime', reason: 'the component that the bill of materials describes', at };
}

/** The first is the one that counts: what npm, Composer and Tureen note in a property is nearer to the truth than their `scope`. */
function scopesOf(component: SbomComponent, byEdges: readonly ScopeEvidence[]): readonly ScopeEvidence[] {
  const { scope, properties, at } = component;
  const noted = properties.flatMap(({ name, value }): ScopeEvidence[] => {
    const found =
      developmentProperties.has(name) && value === 'true' ? 'development' : ownScopes.get(`${name} ${value}`);
    return found === undefined ? [] : [{ scope: found, reason: `property ${name}: ${value}`, at }];
  });
  const stated: readonly ScopeEvidence[] =
    scope === undefined
      ? []
      : [
          {
            scope: scopes.get(scope.value) ?? 'unknown',
            reason: `"${scope.keyPath.at(-1)}": ${JSON.stringify(scope.value)}`,
            at,
          },
        ];
  const all = [...noted, ...stated, ...byEdges];
  return all.length > 0 ? all : [{ scope: 'unknown', reason: silence(component), at }];
}

function silence({ keyPath }: SbomComponent): string {
  return keyPath.includes('components')
    ? 'no "scope"; that means required by the specification, but many generators never write one'
    : 'no relationship tells what it is used for';
}

const developmentProperties = new Set(['cdx:npm:package:development', 'cdx:composer:package:isDevRequirement']);

/** What Tureen notes where the edges of SPDX 2 cannot tell it. */
const ownScopes: ReadonlyMap<string, Scope> = new Map(
  (['runtime', 'optional', 'development', 'unknown'] as const).map((scope) => [`tureen:scope ${scope}`, scope]),
);

/**
 * `excluded` is for what is known but not delivered: test and other uses that are not reached when the product runs.
 * `install` is the purpose that Yocto gives to what goes into an image (SPDX 3).
 */
const scopes: ReadonlyMap<string, Scope> = new Map([
  ['required', 'runtime'],
  ['optional', 'optional'],
  ['excluded', 'development'],
  ['install', 'runtime'],
  ['source', 'development'],
]);

function licencesOf({ licences, at }: SbomComponent): LicenceStatement[] {
  const of = (isMeant: (role: string) => boolean) => [
    ...new Set(licences.flatMap(({ role, licence }) => (isMeant(role) ? (known(licence) ?? []) : []))),
  ];
  const declared = of((role) => role !== 'effective' && role !== 'concluded');
  return [
    ...declared.map((expression) => ({ expression, at })),
    ...of((role) => role === 'concluded')
      .filter((expression) => !declared.includes(expression))
      .map((expression) => ({ expression, said: 'concluded' as const, at })),
  ];
}
