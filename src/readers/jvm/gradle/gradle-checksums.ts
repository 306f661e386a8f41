import { childrenNamed, childNamed, parseXml, type XmlElement, type XmlSyntax } from '../../../base/formats/xml.ts';
import type { Hash } from '../../../model/component.ts';
import type { MavenCoordinates } from '../maven-component.ts';

/** A component that a build may take, with the checksums of its files; a name that is missing is blank. */
export type VerifiedComponent = MavenCoordinates & {
  readonly version: string;
  /** Whether it has files besides those that only describe it, `.pom` and `.module`. */
  readonly holdsCode: boolean;
  /** Of the files that hold code. */
  readonly hashes: readonly Hash[];
  readonly line: number;
};

/** Reads Gradle's verification-metadata.xml. */
export function parseVerificationMetadata(text: string): readonly VerifiedComponent[] | XmlSyntax {
  const root = parseXml(text);
  if ('message' in root) return root;
  if (root.name !== 'verification-metadata')
    return { message: `its root is <${root.name.slice(0, 40)}>, not <verification-metadata>`, at: root.at };
  const components = childNamed(root, 'components');
  return components === undefined ? [] : childrenNamed(components, 'component').map(componentIn);
}

function componentIn(element: XmlElement): VerifiedComponent {
  const { group = '', name = '', version = '' } = element.attributes;
  const files = childrenNamed(element, 'artifact')
    .map((artifact) => ({ artifact, file: artifact.attributes['name'] ?? 'archive' }))
    .filter(({ file }) => !/\.(?:pom|module)$/.test(file));
  const hashes = files.flatMap(({ artifact, file }) => artifact.children.flatMap((one) => hashesIn(one, file)));
  const holdsCode = files.length > 0;
  return { groupId: group, artifactId: name, version, holdsCode, hashes, line: element.at.line };
}

/** A checksum, and others that the build trusts as well for the same file. */
function hashesIn(element: XmlElement, of: string): Hash[] {
  const algorithm = algorithms.find(([name]) => name === element.name);
  if (algorithm === undefined) return [];
  const [name, length] = algorithm;
  return [element, ...childrenNamed(element, 'also-trust')].flatMap(({ attributes }) => {
    const value = attributes['value']?.toLowerCase() ?? '';
    return value.length === length && /^[0-9a-f]*$/.test(value) ? [{ algorithm: name, value, of }] : [];
  });
}

const algorithms: readonly (readonly [Hash['algorithm'], number])[] = [
  ['md5', 32],
  ['sha1', 40],
  ['sha256', 64],
  ['sha512', 128],
];
