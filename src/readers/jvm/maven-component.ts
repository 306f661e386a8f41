import { componentFacts, type ComponentFacts } from '../../base/packages/component-facts.ts';
import { formatPurl, type PurlParts } from '../../base/packages/purl.ts';
import type { Pinning } from '../../model/component.ts';
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
): ComponentFacts {
  return { ...componentFacts(mavenParts(coordinates), at), pinning };
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
export function mavenPurl(coordinates: MavenCoordinates): string {
  return formatPurl(mavenParts(coordinates));
}

function mavenParts({ groupId, artifactId, version, type, classifier }: MavenCoordinates): PurlParts {
  return {
    type: 'maven',
    namespace: groupId,
    name: artifactId,
    version,
    qualifiers: { classifier, type: type === 'jar' ? undefined : type },
  };
}

/** A snapshot is whatever was built last; without a version it is what was asked for. */
export function mavenPinning(version: string | undefined, asked: string): Pinning {
  if (version === undefined) return { kind: 'range', asked };
  return version.endsWith('SNAPSHOT') ? { kind: 'mutable', asked: version } : { kind: 'exact' };
}
