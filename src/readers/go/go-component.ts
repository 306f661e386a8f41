import { componentFacts, type ComponentFacts } from '../../base/packages/component-facts.ts';
import type { PurlParts } from '../../base/packages/purl.ts';
import type { Component, Hash } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';

/** What a file of the Go world can say of a module, before scope and relation are known. */
export type GoFacts = {
  /** The module path, such as `github.com/google/uuid`. */
  readonly module: string;
  readonly version: string | undefined;
  readonly hashes: readonly Hash[];
  readonly at: LinePlace;
};

/** The part of a component that follows from its facts alone; edges between modules stand in no file of a Go project. */
export function goComponent({ module, version, hashes, at }: GoFacts): ComponentFacts & Pick<Component, 'dependsOn'> {
  return { ...componentFacts(goParts(module, version), at), pinning: pinningOf(version), hashes, dependsOn: undefined };
}

/** A module by its package URL, whose version keeps the `v` in front, as Go writes it. */
function goParts(module: string, version: string | undefined): PurlParts {
  const slash = module.lastIndexOf('/');
  return {
    type: 'golang',
    namespace: slash === -1 ? undefined : module.slice(0, slash),
    name: module.slice(slash + 1),
    version,
  };
}

/** A branch or commit stands where a version should until the go command has resolved it. */
function pinningOf(version: string | undefined): Component['pinning'] {
  return version === undefined || /^v\d+\.\d+\.\d+/.test(version)
    ? { kind: 'exact' }
    : { kind: 'mutable', asked: version };
}
