import type { Component, Hash, LicenceStatement, Scope, ScopeEvidence } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import type { BomEntry } from './bom-entries.ts';
import type { BomComponent } from './cyclonedx-schema.ts';
import { upstreamPackage } from './upstream-package.ts';

/** What an entry does not say itself, but the rest of the file does. */
type Surroundings = Pick<Component, 'relation' | 'firstParty' | 'dependsOn'>;

/** The component of an entry. */
export function cycloneDxComponent({ component: entry, identity, at }: BomEntry, around: Surroundings): Component {
  const scopeEvidence = around.firstParty ? [ownScope(at)] : scopesOf(entry, at);
  const reference = (type: string) => entry.externalReferences?.find((one) => one.type === type)?.url || undefined;
  return {
    purl: identity.purl,
    type: identity.parts.type,
    name: identity.name,
    version: identity.version,
    pinning:
      identity.version === undefined && !around.firstParty
        ? { kind: 'range', asked: entry.versionRange || '*' }
        : { kind: 'exact' },
    scope: scopeEvidence[0]?.scope ?? 'unknown',
    scopeEvidence,
    relation: around.relation,
    firstParty: around.firstParty,
    foundAt: [at],
    hashes: hashesOf(entry).flatMap(({ alg, content, of }) => {
      const algorithm = algorithms.get(alg.toUpperCase());
      return algorithm === undefined ? [] : [{ algorithm, value: content.toLowerCase(), of }];
    }),
    licences: licencesOf(entry, at),
    supplier: entry.supplier?.name || entry.manufacturer?.name || entry.publisher || undefined,
    homepage: reference('website'),
    repository: reference('vcs'),
    download: reference('distribution'),
    description: entry.description?.trim().split(/\r?\n/)[0] || undefined,
    source: upstreamPackage(identity.parts, entry),
    dependsOn: around.dependsOn,
  };
}

/** The algorithms of an entry's hashes that the inventory does not hold, such as SHA3-256. */
export function unheldAlgorithms(entry: BomComponent): readonly string[] {
  return hashesOf(entry)
    .map(({ alg }) => alg)
    .filter((alg) => !algorithms.has(alg.toUpperCase()));
}

const algorithms: ReadonlyMap<string, Hash['algorithm']> = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
]);

/** CycloneDX does not say over what the hashes of a component were taken; those of a distribution are over its file. */
function hashesOf({ hashes = [], externalReferences = [] }: BomComponent) {
  const files = externalReferences.filter(({ type, hashes }) => type === 'distribution' && hashes !== undefined);
  return [
    ...hashes.map(({ alg, content }) => ({ alg, content, of: 'component' })),
    ...files.flatMap((file) =>
      (file.hashes ?? []).map(({ alg, content }) => ({
        alg,
        content,
        of: files.length === 1 ? 'archive' : file.url.replace(/^.*\//, ''),
      })),
    ),
  ];
}

function ownScope(at: LinePlace): ScopeEvidence {
  return { scope: 'runtime', reason: 'the component that the bill of materials describes', at };
}

/** The first is the one that counts: what npm and Composer note in a property is nearer to the truth than their `scope`. */
function scopesOf({ scope, properties = [] }: BomComponent, at: LinePlace): readonly ScopeEvidence[] {
  const development = properties
    .filter(({ name, value }) => developmentProperties.has(name ?? '') && value === 'true')
    .map(({ name }): ScopeEvidence => ({ scope: 'development', reason: `property ${name}: true`, at }));
  if (scope !== undefined)
    return [...development, { scope: scopes.get(scope) ?? 'unknown', reason: `"scope": ${JSON.stringify(scope)}`, at }];
  if (development.length > 0) return development;
  return [
    {
      scope: 'unknown',
      reason: 'no "scope"; that means required by the specification, but many generators never write one',
      at,
    },
  ];
}

const developmentProperties = new Set(['cdx:npm:package:development', 'cdx:composer:package:isDevRequirement']);

/** `excluded` is for what is known but not delivered: test and other uses that are not reached when the product runs. */
const scopes: ReadonlyMap<string, Scope> = new Map([
  ['required', 'runtime'],
  ['optional', 'optional'],
  ['excluded', 'development'],
]);

function licencesOf({ licenses = [] }: BomComponent, at: LinePlace): LicenceStatement[] {
  return licenses.flatMap(({ expression, license }) => {
    const stated = expression || license?.id || license?.name;
    return stated ? [{ expression: stated, at }] : [];
  });
}
