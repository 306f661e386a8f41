import { componentFacts } from '../../base/packages/component-facts.ts';
import type { ComponentFacts } from '../../base/packages/component-facts.ts';
import { repositoryAt } from '../../base/packages/repositories/package-address.ts';
import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import { resolvePath } from '../../base/paths/resolve-path.ts';
import type { Component, Hash, ScopeEvidence } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KeyPath, LinePlace } from '../../model/place.ts';
import type { Reading } from '../../model/plugs/reader.ts';
import type { PubEntry, PubspecLock } from './pubspec-lock-schema.ts';
import type { Pubspec } from './pubspec.ts';

/** Makes components of a lockfile's packages; who needs whom stands nowhere in it. */
export function readPubPackages(
  file: string,
  lock: PubspecLock,
  pubspec: Pubspec | undefined,
  lineOf: (path: KeyPath) => number,
): Reading {
  const rows = Object.entries(lock.packages).map(([name, entry]) => {
    const at = { file, line: lineOf(['packages', name]) };
    return { name, entry, at, direct: directEvidence(name, entry, at, pubspec) };
  });
  const asked = rows.flatMap(({ direct }) => direct ?? []);
  return {
    components: rows.map(({ name, entry, at, direct }): Component => {
      const evidence = direct ?? transitiveEvidence(entry, at, asked);
      return {
        ...factsOf(name, entry, at, lock.sdks ?? {}),
        scope: evidence.scope,
        scopeEvidence: [evidence],
        relation: direct !== undefined ? 'direct' : entry.dependency === 'transitive' ? 'transitive' : 'unknown',
        firstParty: entry.source === 'path',
        dependsOn: undefined,
      };
    }),
    graph: 'none',
    diagnostics: rows.flatMap(({ name, entry, at }) => problemsOf(name, entry, at)),
  };
}

/** What the product itself says of a package; `undefined` when it does not name it. */
function directEvidence(
  name: string,
  { dependency }: PubEntry,
  at: LinePlace,
  pubspec: Pubspec | undefined,
): ScopeEvidence | undefined {
  const reason = `"${dependency}"`;
  if (dependency === 'direct main') return { scope: 'runtime', reason, at };
  if (dependency === 'direct dev') return { scope: 'development', reason, at };
  if (dependency !== 'direct overridden') return undefined;
  const main = pubspec?.placeIn('dependencies', name);
  if (main !== undefined) return { scope: 'runtime', reason: 'dependencies of pubspec.yaml', at: main };
  const dev = pubspec?.placeIn('dev_dependencies', name);
  if (dev !== undefined) return { scope: 'development', reason: 'dev_dependencies of pubspec.yaml', at: dev };
  return { scope: 'unknown', reason: `${reason}, which tells no use`, at };
}

/** Where all that the product asks for is of one use, what it brings in is of the same. */
function transitiveEvidence({ dependency }: PubEntry, at: LinePlace, asked: readonly ScopeEvidence[]): ScopeEvidence {
  if (dependency === undefined) return { scope: 'unknown', reason: 'the file does not tell', at };
  const [first, ...others] = new Set(asked.map(({ scope }) => scope));
  if (first === undefined || others.length > 0 || first === 'unknown')
    return { scope: 'unknown', reason: 'the file does not tell who needs it', at };
  return { scope: first, reason: `everything that is asked for directly is ${first}`, at };
}

function factsOf(
  name: string,
  { source, version, description }: PubEntry,
  at: LinePlace,
  sdks: Readonly<Record<string, string>>,
): ComponentFacts {
  const folder = description.path === '.' ? undefined : description.path;
  const state = description['resolved-ref'] ?? description.ref;
  const repository =
    source === 'git' && description.url !== undefined ? repositoryAt('git', description.url, state, folder) : undefined;
  const known = source === 'sdk' ? undefined : version;
  return {
    ...componentFacts({ type: 'pub', name, version: known, qualifiers: { vcs_url: repository?.vcsUrl } }, at),
    pinning: pinningOf(source, known, repository, sdks),
    hashes: hashesOf(description.sha256),
    repository: repository?.address,
  };
}

/** What comes with an SDK has its version, whatever the file says: `0.0.0` stands for that of whoever builds. */
function pinningOf(
  source: string,
  version: string | undefined,
  repository: ReturnType<typeof repositoryAt> | undefined,
  sdks: Readonly<Record<string, string>>,
): Component['pinning'] {
  if (source === 'sdk') return { kind: 'range', asked: sdks['flutter'] ?? sdks['dart'] ?? '*' };
  if (repository !== undefined && repository.commit === undefined) return { kind: 'mutable', asked: repository.vcsUrl };
  return version === undefined ? { kind: 'range', asked: '*' } : { kind: 'exact' };
}

function hashesOf(sha256: string | undefined): Hash[] {
  return sha256 !== undefined && /^[0-9a-f]{64}$/.test(sha256)
    ? [{ algorithm: 'sha256', value: sha256, of: 'archive' }]
    : [];
}

const sources = new Set(['hosted', 'git', 'path', 'sdk']);

function problemsOf(name: string, { source, description }: PubEntry, at: LinePlace): Diagnostic[] {
  if (!sources.has(source)) {
    const message = `${name} comes from the unknown source ${quote(source)}`;
    return [entryProblem(at, message, 'Run dart pub get and commit pubspec.lock.')];
  }
  const { path } = description;
  if (source !== 'path' || path === undefined || resolvePath(at.file, path) !== undefined) return [];
  const message = `${name} is listed as the product's own, but its folder ${quote(path)} lies outside of the scanned one`;
  return [
    entryProblem(at, message, 'Scan from a folder that holds both, or enter it in tureen.yaml if it is foreign.'),
  ];
}
