import type { Diagnostic } from '../diagnostic.ts';
import type { KeyPath, LinePlace } from '../place.ts';

/** The two families of SBOM formats. */
export type SbomFamily = 'CycloneDX' | 'SPDX';

/** How a document of a family is written down. */
export type SbomSerialisation = 'json' | 'xml' | 'tag-value' | 'yaml' | 'rdf' | 'json-ld';

/** Where an element or a field stands: the line for people, the key path for what a check names. */
export type SbomPlace = {
  readonly at: LinePlace;
  /** As the format's JSON spells it, in XML, tag-value and RDF too: `['components', 3, 'supplier']`. */
  readonly keyPath: KeyPath;
};

/** A value that a document gives, and the key that gives it; a field that is absent is `undefined`. */
export type Given<T> = { readonly value: T; readonly keyPath: KeyPath };

/**
 * What a document says in a field that may decline: SPDX's NOASSERTION is `unknown`, its NONE is `none`; a field that
 * is absent is `undefined`. The three are never the same.
 */
export type Stated<T> =
  | ({ readonly state: 'known' } & Given<T>)
  | { readonly state: 'unknown' | 'none'; readonly keyPath: KeyPath };

/** A person, an organisation or a tool, as far as the document tells. */
export type SbomAgent = {
  readonly kind: 'person' | 'organisation' | 'tool' | 'unknown';
  readonly name: string | undefined;
  readonly version: string | undefined;
  readonly emails: readonly string[];
  readonly addresses: readonly string[];
  readonly phones: readonly string[];
};

/** A checksum as the document writes it: its algorithm is not limited to those that the inventory holds. */
export type SbomHash = Given<string> & {
  /** As CycloneDX spells it: `SHA-256`, `SHA3-512`, `BLAKE3`. */
  readonly algorithm: string;
  /** What it was taken over: the component as such, the file of a distribution or of the source, or the files inside. */
  readonly of: 'component' | 'distribution' | 'source' | 'file' | 'files';
  /** The name of the file, where the document tells. */
  readonly file: string | undefined;
};

/** A licence with who is behind it: whoever licenses (declared, original), or whoever analysed (concluded, effective). */
export type SbomLicence = {
  readonly role: 'declared' | 'concluded' | 'original' | 'effective' | 'unspecified';
  /** An expression, an identifier or a name, letter by letter. */
  readonly licence: Stated<string>;
  /** A `name` of CycloneDX is free text; all else is meant to be an SPDX expression. */
  readonly isName: boolean;
};

/** An identifier beside package URL and CPE. */
export type SbomIdentifier = Given<string> & {
  /** `swid`, `swhid`, `omniborid`, or the type as the document writes it. */
  readonly kind: string;
};

/** An address that a component or document refers to. */
export type SbomReference = Given<string> & {
  /** As the format names its kind: `website`, `vcs`, `distribution`, `source-distribution`, `security-contact` … */
  readonly type: string;
  readonly hashes: readonly SbomHash[];
};

/** An SBOM that was read, and what is wrong with it; no document when it cannot be read at all. */
export type ParsedSbom = {
  readonly document: SbomDocument | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

/** A property or annotation with a name: what a taxonomy such as `bsi:component:` or `cdx:lifecycle:` adds. */
export type SbomProperty = Given<string> & { readonly name: string };

/** A component of an SBOM with all that a check may ask for; files and snippets of SPDX are none. */
export type SbomComponent = SbomPlace & {
  /** What edges call it: bom-ref, SPDXID, spdxId; the package URL in CycloneDX where no bom-ref is. */
  readonly ref: string | undefined;
  /** Whether the document itself writes the reference, which then has to be unique. */
  readonly hasOwnRef: boolean;
  /** The reference of the component that it is nested in. */
  readonly inside: string | undefined;
  /** `library`, `application`, `firmware` …: the type of CycloneDX, the primary purpose of SPDX, in lower case. */
  readonly type: Given<string> | undefined;
  /** Further purposes (SPDX 3). */
  readonly purposes: readonly Given<string>[];
  readonly group: string | undefined;
  readonly name: Stated<string> | undefined;
  readonly version: Stated<string> | undefined;
  /** CycloneDX 1.7: which versions may stand here. */
  readonly versionRange: string | undefined;
  readonly supplier: Stated<SbomAgent> | undefined;
  /** Who made it: `manufacturer` of CycloneDX, originator of SPDX. */
  readonly manufacturer: Stated<SbomAgent> | undefined;
  readonly publisher: Given<string> | undefined;
  readonly authors: readonly Given<SbomAgent>[];
  readonly purls: readonly Given<string>[];
  readonly cpes: readonly Given<string>[];
  readonly identifiers: readonly SbomIdentifier[];
  readonly hashes: readonly SbomHash[];
  readonly licences: readonly SbomLicence[];
  readonly copyright: Stated<string> | undefined;
  readonly description: string | undefined;
  /** BSI: `bsi:component:filename`, SPDX's package file name, the name of an SPDX 3 artefact. */
  readonly fileName: Given<string> | undefined;
  /** BSI: executable or not, archive or not, structured or not, as written. */
  readonly executable: Given<string> | undefined;
  readonly archive: Given<string> | undefined;
  readonly structured: Given<string> | undefined;
  readonly download: Stated<string> | undefined;
  readonly source: Given<string> | undefined;
  readonly vcs: Given<string> | undefined;
  readonly website: Stated<string> | undefined;
  /** `required`, `optional`, `excluded` of CycloneDX; in SPDX the edges tell. */
  readonly scope: Given<string> | undefined;
  readonly supportLevel: Stated<string> | undefined;
  readonly endOfSupport: Given<string> | undefined;
  readonly references: readonly SbomReference[];
  readonly properties: readonly SbomProperty[];
};

/** What one element needs or holds, in the direction of the need whatever way round the document writes it. */
export type SbomDependency = SbomPlace & {
  readonly from: string;
  readonly to: readonly string[];
  readonly kind: 'needs' | 'holds';
  /** For what it is needed, where an edge tells. */
  readonly scope: 'runtime' | 'optional' | 'development' | undefined;
  /** The edge as the document writes it, such as `DEV_DEPENDENCY_OF`. */
  readonly stated: string;
};

/** A statement on whether what an element needs, or holds, is told in full. */
export type SbomCompleteness = SbomPlace & {
  readonly of: 'dependencies' | 'parts';
  /** About these elements; about the document as a whole when there are none. */
  readonly refs: readonly string[];
  readonly state: 'complete' | 'incomplete' | 'unknown';
  /** As written: `incomplete_first_party_only`, `NOASSERTION`, `NONE`. */
  readonly stated: string;
};

/** An SBOM of anybody in any format, as one value. */
export type SbomDocument = SbomPlace & {
  readonly family: SbomFamily;
  /** Such as `1.6`, `2.3` or `3.0.1`. */
  readonly specVersion: string;
  readonly serialisation: SbomSerialisation;
  /** The serial number of CycloneDX, the namespace of SPDX 2, the spdxId of the document of SPDX 3. */
  readonly id: Given<string> | undefined;
  /** Which edition of this SBOM it is (CycloneDX `version`). */
  readonly edition: Given<string> | undefined;
  readonly name: Given<string> | undefined;
  readonly timestamp: Given<string> | undefined;
  /** The key of a signature inside the document: JSF of CycloneDX JSON, an XML signature. */
  readonly signature: KeyPath | undefined;
  readonly tools: readonly Given<SbomAgent>[];
  readonly authors: readonly Given<SbomAgent>[];
  readonly supplier: Given<SbomAgent> | undefined;
  readonly manufacturer: Given<SbomAgent> | undefined;
  /** Lifecycle phases of CycloneDX, `software_sbomType` of SPDX 3: in which context it was generated. */
  readonly contexts: readonly Given<string>[];
  /** The licence of the document itself. */
  readonly licences: readonly Given<string>[];
  readonly references: readonly SbomReference[];
  readonly properties: readonly SbomProperty[];
  /** What the document describes: the product; usually one. */
  readonly subjects: readonly SbomComponent[];
  /** Everything else, nested components after the one they are inside of. */
  readonly components: readonly SbomComponent[];
  readonly dependencies: readonly SbomDependency[];
  readonly completeness: readonly SbomCompleteness[];
  /** How many vulnerabilities it holds, or statements on them; they are not read here. */
  readonly vulnerabilities: number;
  /** References that stand for something that is no component: services, files, snippets, other documents. */
  readonly otherRefs: ReadonlySet<string>;
  /** How many services, which are no components. */
  readonly services: number;
};
