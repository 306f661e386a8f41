import type { Component } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import { componentFacts } from './component-facts.ts';
import type { PurlParts } from './purl.ts';

/** A package of which a file tells its identity and nothing else; a reader lays over it what it knows besides. */
export function bareComponent(parts: PurlParts, at: LinePlace): Component {
  return {
    ...componentFacts(parts, at),
    scope: 'unknown',
    scopeEvidence: [],
    relation: 'unknown',
    firstParty: false,
    dependsOn: undefined,
  };
}
