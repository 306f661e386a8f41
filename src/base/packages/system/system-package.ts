import type { Component } from '../../../model/component.ts';
import type { LinePlace } from '../../../model/place.ts';
import { bareComponent } from '../bare-component.ts';
import { distributionName, type Distribution } from './os-release.ts';
import type { PurlParts } from '../purl.ts';

/** A package in the database of an operating system, which knows what is installed and not what uses it. */
export function systemPackage(parts: PurlParts, at: LinePlace): Component {
  return {
    ...bareComponent(parts, at),
    pinning: parts.version === undefined ? { kind: 'range', asked: '*' } : { kind: 'exact' },
    scopeEvidence: [{ scope: 'unknown', reason: 'a database of installed packages does not tell what uses them', at }],
  };
}

/** What names such a package wherever the distribution names its own: by architecture and release. */
export function systemParts(
  type: string,
  { name, version, architecture }: SystemPackage,
  distribution: Distribution | undefined,
): PurlParts {
  return {
    type,
    namespace: distribution?.id,
    name,
    version,
    qualifiers: { arch: architecture, distro: distribution && distributionName(distribution) },
  };
}

/** How a database names a package. */
type SystemPackage = {
  readonly name: string;
  readonly version: string | undefined;
  readonly architecture: string | undefined;
};
