import { repositoryAt, type Repository } from '../../base/packages/repositories/package-address.ts';
import { componentFacts } from '../../base/packages/component-facts.ts';
import type { PurlParts } from '../../base/packages/purl.ts';
import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KeyPath, LinePlace } from '../../model/place.ts';
import type { Reading } from '../../model/plugs/reader.ts';
import type { PackageResolved, SwiftState } from './package-resolved-schema.ts';
import { hostedPath } from '../../base/packages/repositories/hosted-path.ts';
import { swiftPackageKey, type SwiftManifests } from './swift-manifests.ts';

/** Makes components of the pins; who needs whom, and for what, stands nowhere in the file. */
export function readSwiftPins(
  file: string,
  resolved: PackageResolved,
  manifests: SwiftManifests,
  lineOf: (path: KeyPath) => number,
): Reading {
  const pins = pinsOf(resolved).map((pin) => ({ ...pin, at: { file, line: lineOf(pin.keyPath) } }));
  return {
    components: pins.map((pin) => toComponent(pin, manifests)),
    graph: 'none',
    diagnostics: pins.flatMap(problemsOf),
  };
}

type Pin = {
  /** What the file calls the package; in a registry it is `<scope>.<name>`. */
  readonly identity: string;
  readonly location: string;
  readonly inRegistry: boolean;
  readonly state: SwiftState;
};

function pinsOf(resolved: PackageResolved): readonly (Pin & { readonly keyPath: KeyPath })[] {
  if (resolved.version === 1)
    return resolved.object.pins.map(({ package: identity, repositoryURL: location, state }, index) => ({
      identity,
      location,
      state,
      inRegistry: false,
      keyPath: ['object', 'pins', index],
    }));
  return resolved.pins.map(({ identity, kind, location, state }, index) => ({
    identity,
    location,
    state,
    inRegistry: kind === 'registry',
    keyPath: ['pins', index],
  }));
}

function toComponent(pin: Pin & { readonly at: LinePlace }, { asked, complete }: SwiftManifests): Component {
  const { identity, location, inRegistry, state, at } = pin;
  const address = inRegistry ? undefined : hostedPath(location);
  const repository = address === undefined ? undefined : repositoryAt('git', location, state.revision);
  const version = state.version ?? state.revision;
  const isAsked = asked.has(swiftPackageKey(inRegistry ? identity : location));
  return {
    ...componentFacts({ ...partsOf(pin, address), version, qualifiers: { vcs_url: vcsUrlOf(repository) } }, at),
    pinning: pinningOf(state),
    scope: 'unknown',
    scopeEvidence: [{ scope: 'unknown', reason: 'Package.resolved does not tell which targets use it', at }],
    relation: isAsked ? 'direct' : complete ? 'transitive' : 'unknown',
    firstParty: false,
    repository: repository?.address,
    dependsOn: undefined,
  };
}

/** A package in a folder has no address that others would know it by. */
function partsOf({ identity, inRegistry }: Pin, address: string | undefined): PurlParts {
  const path = inRegistry ? identity.replace('.', '/') : address;
  if (path === undefined || !path.includes('/')) return { type: 'generic', name: identity };
  const slash = path.lastIndexOf('/');
  return { type: 'swift', namespace: path.slice(0, slash), name: path.slice(slash + 1) };
}

/** The commit that was checked out; a version is a tag, which can be moved. */
function vcsUrlOf(repository: Repository | undefined): string | undefined {
  return repository?.commit === undefined ? undefined : repository.vcsUrl;
}

function pinningOf({ version, branch, revision }: SwiftState): Component['pinning'] {
  if (version !== undefined) return { kind: 'exact' };
  if (branch !== undefined) return { kind: 'mutable', asked: `branch ${branch}` };
  return revision === undefined ? { kind: 'range', asked: '*' } : { kind: 'exact' };
}

function problemsOf({ identity, location, inRegistry, state, at }: Pin & { readonly at: LinePlace }): Diagnostic[] {
  const problem = (message: string, help: string) => [entryProblem(at, message, help)];
  if (!inRegistry && hostedPath(location) === undefined)
    return problem(
      `${identity} comes from the folder ${quote(location)}, so nobody else can tell what it is`,
      'Take it from a repository, or enter it in tureen.yaml.',
    );
  if (state.version === undefined && state.revision === undefined)
    return problem(`${identity} is fixed to no version`, 'Run swift package resolve and commit Package.resolved.');
  if (state.version !== undefined || state.branch === undefined) return [];
  return problem(
    `${identity} follows the branch ${quote(state.branch)} and has no version that advisories could be compared with`,
    'Ask for a version in Package.swift or in the project.',
  );
}
