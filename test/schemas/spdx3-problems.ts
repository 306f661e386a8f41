/**
 * What the model of SPDX 3.0.1 has against a document, as far as a table can hold it: unknown classes, properties and
 * words, elements without what every element has, and addresses of this document that lead nowhere; empty when it is valid.
 */
export function spdx3Problems(document: unknown): readonly string[] {
  const graph = (document as { readonly '@graph': readonly Record<string, unknown>[] })['@graph'];
  const ids = new Set(graph.map((element) => element['spdxId'] ?? element['@id']));
  const problems = graph.flatMap((element) => objectProblems(element, ids));
  const nameless = graph.filter(
    ({ type, spdxId, creationInfo }) => type !== 'CreationInfo' && !(spdxId && creationInfo),
  );
  if (ids.size !== graph.length) problems.push('an address stands twice');
  return [...problems, ...nameless.map((element) => `${JSON.stringify(element)} lacks an address or its creation`)];
}

const element = [
  'type',
  'spdxId',
  'creationInfo',
  'name',
  'comment',
  'description',
  'externalIdentifier',
  'externalRef',
  'verifiedUsing',
];
const artefact = [...element, 'originatedBy', 'suppliedBy', 'software_primaryPurpose'];
const edge = [...element, 'from', 'to', 'relationshipType', 'completeness'];

/** The properties of each class that we write (SPDX 3.0.1, model). */
const classes: Readonly<Record<string, readonly string[]>> = {
  CreationInfo: ['type', '@id', 'specVersion', 'created', 'createdBy', 'createdUsing', 'comment'],
  Organization: element,
  SoftwareAgent: element,
  Tool: element,
  Annotation: [...element, 'annotationType', 'subject', 'statement'],
  SpdxDocument: [...element, 'profileConformance', 'rootElement', 'element'],
  software_Sbom: [...element, 'profileConformance', 'rootElement', 'element', 'software_sbomType'],
  software_File: artefact,
  software_Package: [
    ...artefact,
    'software_packageVersion',
    'software_downloadLocation',
    'software_homePage',
    'software_packageUrl',
    'software_sourceInfo',
  ],
  Relationship: edge,
  LifecycleScopedRelationship: [...edge, 'scope'],
  simplelicensing_LicenseExpression: [...element, 'simplelicensing_licenseExpression', 'simplelicensing_customIdToUri'],
  simplelicensing_SimpleLicensingText: [...element, 'simplelicensing_licenseText'],
  ExternalIdentifier: ['type', 'externalIdentifierType', 'identifier'],
  ExternalRef: ['type', 'externalRefType', 'locator'],
  Hash: ['type', 'algorithm', 'hashValue'],
  DictionaryEntry: ['type', 'key', 'value'],
};

/** The words that a property may hold, of those that we write. */
const words: Readonly<Record<string, readonly string[]>> = {
  algorithm: ['md5', 'sha1', 'sha256', 'sha384', 'sha512'],
  annotationType: ['other'],
  completeness: ['complete', 'incomplete', 'noAssertion'],
  externalIdentifierType: ['email', 'packageUrl'],
  externalRefType: ['altWebPage', 'binaryArtifact', 'vcs'],
  profileConformance: ['core', 'software', 'simpleLicensing'],
  relationshipType: ['dependsOn', 'hasDeclaredLicense', 'hasDistributionArtifact', 'hasOptionalDependency'],
  scope: ['runtime', 'development'],
  software_primaryPurpose: ['application', 'library'],
  software_sbomType: ['source', 'analyzed'],
};

function objectProblems(object: Readonly<Record<string, unknown>>, ids: ReadonlySet<unknown>): string[] {
  const known = classes[String(object['type'])];
  if (known === undefined) return [`there is no class ${String(object['type'])}`];
  return Object.entries(object).flatMap(([key, value]) => {
    if (!known.includes(key)) return [`${String(object['type'])} has no property ${key}`];
    return [value].flat().flatMap((one: unknown) => valueProblems(key, one, ids));
  });
}

function valueProblems(key: string, value: unknown, ids: ReadonlySet<unknown>): string[] {
  if (typeof value === 'object' && value !== null) return objectProblems({ ...value }, ids);
  if (typeof value !== 'string') return [`${key} is no text`];
  if (words[key]?.includes(value) === false) return [`${key} may not be ${value}`];
  const isAddress = value.startsWith('_:') || /^urn:uuid:[0-9a-f-]{36}#/.test(value);
  return isAddress && !ids.has(value) ? [`${key} leads to ${value}, which is not there`] : [];
}
