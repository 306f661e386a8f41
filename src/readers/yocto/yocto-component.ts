import { formatPurl } from '../../base/packages/purl.ts';
import type { Component, Scope, SourcePackage } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';

/** What a file of Yocto tells of a package of an image, or of a recipe. */
export type YoctoPackage = {
  /** `recipe` has a package URL type of its own; `package` is what a recipe was split into, for which there is none. */
  readonly kind: 'recipe' | 'package';
  readonly name: string;
  readonly version: string | undefined;
  readonly architecture?: string | undefined;
  readonly licence?: string | undefined;
  readonly source?: SourcePackage | undefined;
  readonly scope: Scope;
  readonly reason: string;
  readonly at: LinePlace;
};

/**
 * The component of a package or recipe. The layer would be the namespace of a recipe, but under the name that it gives
 * itself, which these files do not hold.
 */
export function yoctoComponent(one: YoctoPackage): Component {
  const { kind, name, version, architecture, licence, source, scope, reason, at } = one;
  const type = kind === 'recipe' ? 'yocto' : 'generic';
  return {
    purl: formatPurl({ type, name, version, qualifiers: { arch: architecture } }),
    type,
    name,
    version,
    pinning: version === undefined ? { kind: 'range', asked: '*' } : { kind: 'exact' },
    scope,
    scopeEvidence: [{ scope, reason, at }],
    relation: 'unknown',
    firstParty: false,
    foundAt: [at],
    hashes: [],
    licences: licence === undefined ? [] : [{ expression: licence, at }],
    supplier: undefined,
    homepage: undefined,
    repository: undefined,
    download: undefined,
    description: undefined,
    source,
    dependsOn: undefined,
  };
}
