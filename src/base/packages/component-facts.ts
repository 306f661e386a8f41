import type { Component } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import { packageName } from './package-name.ts';
import { formatPurl, type PurlParts } from './purl.ts';

/** The part of a component that its own entry tells; what uses it, and what it uses, follows from the rest of the file. */
export type ComponentFacts = Omit<
  Component,
  'foundAt' | 'scope' | 'scopeEvidence' | 'relation' | 'firstParty' | 'dependsOn'
> & { readonly foundAt: readonly [LinePlace] };

/** The facts of a package of which no more is known than its identity; a reader lays over them what it knows besides. */
export function componentFacts(parts: PurlParts, at: LinePlace): ComponentFacts {
  return {
    purl: formatPurl(parts),
    type: parts.type,
    name: packageName(parts),
    version: parts.version,
    pinning: { kind: 'exact' },
    foundAt: [at],
    hashes: [],
    licences: [],
    supplier: undefined,
    homepage: undefined,
    repository: undefined,
    download: undefined,
    description: undefined,
    source: undefined,
  };
}
