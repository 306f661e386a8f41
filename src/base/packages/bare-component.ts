import type { Component } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import { packageName } from './package-name.ts';
import { formatPurl, type PurlParts } from './purl.ts';

/** A package of which a file tells its identity and nothing else; a reader lays over it what it knows besides. */
export function bareComponent(parts: PurlParts, at: LinePlace): Component {
  return {
    purl: formatPurl(parts),
    type: parts.type,
    name: packageName(parts),
    version: parts.version,
    pinning: { kind: 'exact' },
    scope: 'unknown',
    scopeEvidence: [],
    relation: 'unknown',
    firstParty: false,
    foundAt: [at],
    hashes: [],
    licences: [],
    supplier: undefined,
    homepage: undefined,
    repository: undefined,
    download: undefined,
    description: undefined,
    source: undefined,
    dependsOn: undefined,
  };
}
