import { createHash } from 'node:crypto';
import { decodeText } from '../../../base/decode-text.ts';
import { formatPurl } from '../../../base/packages/purl.ts';
import { entryProblem } from '../../../base/reading.ts';
import { ZipProblem, type ZipEntry } from '../../../base/archives/zip-entries.ts';

import type { Component, Hash, LicenceStatement } from '../../../model/component.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { parseManifest, type Manifest } from './jar-manifest.ts';
import { mavenComponent, type MavenCoordinates } from '../maven-component.ts';
import { parsePom } from '../pom/parse-pom.ts';
import { parsePomProperties } from './pom-properties-file.ts';

/** An archive that was opened; `inner` is its path, through the archives that it lies in. */
export type OpenedArchive = {
  readonly file: string;
  readonly inner: string;
  readonly bytes: Uint8Array;
  readonly entries: readonly ZipEntry[];
  /** Unpacks an entry. Throws `ZipProblem`. */
  readonly read: (entry: ZipEntry) => Uint8Array;
};

/**
 * What an archive says that it is, and what was packed into it. One that was not built by Maven names no group, so that
 * it has no package URL of Maven; one that says nothing is known by its file name and its checksum alone.
 */
export function archiveComponents(archive: OpenedArchive): {
  readonly components: readonly Component[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const { file, inner, entries } = archive;
  const manifest = parseManifest(
    textOf(
      archive,
      entries.find(({ path }) => /^META-INF\/MANIFEST\.MF$/i.test(path)),
    ),
  );
  const coordinates = entries
    .filter(({ path }) => /^META-INF\/maven\/[^/]+\/[^/]+\/pom\.properties$/.test(path))
    .flatMap((entry) => {
      const properties = parsePomProperties(textOf(archive, entry));
      return properties === undefined ? [] : [{ ...properties, folder: entry.path.replace(/(?<![^/])[^/]*$/, '') }];
    });
  const own = ownCoordinates(coordinates, fileName(inner));
  const self = own === undefined ? bareComponent(archive, manifest) : mavenOf(own, archive);
  const stated = [...manifestLicences(manifest, file), ...self.licences];
  const licences = stated.filter(
    (one, index) => stated.findIndex(({ expression }) => expression === one.expression) === index,
  );
  const bundled = coordinates.filter((one) => one !== own).map((one) => mavenOf(one, archive));
  const isWrapper = own === undefined && !entries.some(({ path }) => path.endsWith('.class'));
  if (isWrapper && self.version === undefined) return { components: bundled, diagnostics: [] };
  return {
    components: [{ ...self, ...manifestFacts(manifest), licences, hashes: checksums(archive.bytes) }, ...bundled],
    diagnostics: self.version === undefined ? [nameless(file, inner)] : [],
  };
}

function textOf({ read }: OpenedArchive, entry: ZipEntry | undefined): string {
  if (entry === undefined || entry.bytes > longestText) return '';
  try {
    return decodeText(read(entry)) ?? '';
  } catch (error) {
    if (error instanceof ZipProblem) return '';
    throw error;
  }
}

/** No description of an archive comes near. */
const longestText = 2 ** 20;

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:jar|war|ear)$/i, '');
}

/** Of several artefacts in one archive it is the one that its file is named after; a single one is it, whatever its name. */
function ownCoordinates<T extends MavenCoordinates>(coordinates: readonly T[], name: string): T | undefined {
  if (coordinates.length === 1) return coordinates[0];
  return (
    coordinates.find(({ artifactId, version }) => name === `${artifactId}-${version ?? ''}`) ??
    coordinates.find(({ artifactId }) => name === artifactId)
  );
}

/** Coordinates, and the folder in the archive where they stand. */
type PackedCoordinates = MavenCoordinates & { readonly folder: string };

function mavenOf(coordinates: PackedCoordinates, archive: OpenedArchive): Component {
  const at = { file: archive.file, line: 1 };
  const licences = pomLicences(coordinates, archive);
  return { ...mavenComponent(coordinates, at), licences, ...installed(archive) };
}

/** What the POM states that Maven packs beside the coordinates; what its parents state is not packed. */
function pomLicences({ folder }: PackedCoordinates, archive: OpenedArchive): readonly LicenceStatement[] {
  const entry = archive.entries.find(({ path }) => path === `${folder}pom.xml`);
  const pom = entry === undefined ? undefined : parsePom(textOf(archive, entry));
  if (pom === undefined || 'message' in pom) return [];
  return pom.own.licences.map(({ name }) => ({ expression: name, at: { file: archive.file, line: 1 } }));
}

function bareComponent(archive: OpenedArchive, manifest: Manifest): Component {
  const told = (key: string) => manifest.get(key) || undefined;
  const bundle = told('bundle-symbolicname')?.split(';')[0]?.trim();
  const bundleVersion = bundle === undefined ? undefined : told('bundle-version');
  const version = bundleVersion ?? told('implementation-version');
  const name =
    (version === undefined ? undefined : (bundle ?? told('implementation-title'))) ?? fileName(archive.inner);
  const at = { file: archive.file, line: 1 };
  return {
    ...mavenComponent({ groupId: '', artifactId: name, version }, at, { kind: 'exact' }),
    purl: formatPurl({ type: 'generic', name, version }),
    type: 'generic',
    name,
    ...installed(archive),
  };
}

function installed({ file, inner }: OpenedArchive) {
  const at = { file, line: 1 };
  const where = inner === file ? '' : ` (${inner.slice(file.length + 2)})`;
  const evidence = { scope: 'unknown' as const, reason: `an archive does not tell what uses it${where}`, at };
  return {
    scope: 'unknown' as const,
    scopeEvidence: [evidence],
    relation: 'unknown' as const,
    firstParty: false,
    dependsOn: undefined,
  };
}

function manifestLicences(manifest: Manifest, file: string): readonly LicenceStatement[] {
  const expression = manifest.get('bundle-license')?.split(';')[0]?.trim() ?? '';
  return expression === '' ? [] : [{ expression, at: { file, line: 1 } }];
}

function manifestFacts(manifest: Manifest): Partial<Component> {
  const told = (key: string) => manifest.get(key) || undefined;
  return {
    supplier: told('bundle-vendor') ?? told('implementation-vendor'),
    homepage: addressOf(told('bundle-docurl') ?? told('implementation-url')),
    description: told('bundle-description')?.replace(/\s+/g, ' '),
  };
}

function addressOf(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\/\S+$/.test(text) ? text : undefined;
}

function checksums(bytes: Uint8Array): readonly Hash[] {
  return (['sha1', 'sha256'] as const).map((algorithm) => ({
    algorithm,
    value: createHash(algorithm).update(bytes).digest('hex'),
    of: 'archive',
  }));
}

function nameless(file: string, inner: string): Diagnostic {
  return entryProblem(
    { file, line: 1 },
    `${inner} does not say its version: it has no pom.properties, and no version in its manifest`,
    'Find out what it is by its checksum, and enter it in tureen.yaml.',
  );
}
