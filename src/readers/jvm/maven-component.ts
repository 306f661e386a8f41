import { formatPurl } from '../../base/packages/purl.ts';
import type { Component, Pinning } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';

/** What names an artefact in the Maven world, whatever tool wrote it down. */
export type MavenCoordinates = {
  readonly groupId: string;
  readonly artifactId: string;
  readonly version: string | undefined;
  /** The kind of file, such as `war` or `test-jar`; `jar` when nothing is said. */
  readonly type?: string | undefined;
  /** What tells the files of one version apart, such as `linux-x86_64`. */
  readonly classifier?: string | undefined;
};

/** The part of a component that follows from its coordinates and the version that was asked for. */
export function mavenComponent(
  coordinates: MavenCoordinates,
  at: LinePlace,
  pinning: Pinning = mavenPinning(coordinates.version, '*'),
): Omit<Component, 'scope' | 'scopeEvidence' | 'relation' | 'firstParty' | 'dependsOn'> {
  return {
    purl: mavenPurl(coordinates),
    type: 'maven',
    name: mavenName(coordinates),
    version: coordinates.version,
    pinning,
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

/** The name by which advisories know an artefact. */
export function mavenName({ groupId, artifactId }: Pick<MavenCoordinates, 'groupId' | 'artifactId'>): string {
  return `${groupId}:${artifactId}`;
}

/** What is one dependency for Maven, whatever its version: two of one key never stand on a class path together. */
export function mavenKey({ groupId, artifactId, type = 'jar', classifier = '' }: MavenCoordinates): string {
  return `${groupId}:${artifactId}:${type}:${classifier}`;
}

/** The package URL of an artefact; a jar without classifier is what nobody needs to say. */
export function mavenPurl({ groupId, artifactId, version, type, classifier }: MavenCoordinates): string {
  return formatPurl({
    type: 'maven',
    namespace: groupId,
    name: artifactId,
    version,
    qualifiers: { classifier, type: type === 'jar' ? undefined : type },
  });
}

/** A snapshot is whatever was built last; without a version it is what was asked for. */
export function mavenPinning(version: string | undefined, asked: string): Pinning {
  if (version === undefined) return { kind: 'range', asked };
  return version.endsWith('SNAPSHOT') ? { kind: 'mutable', asked: version } : { kind: 'exact' };
}
