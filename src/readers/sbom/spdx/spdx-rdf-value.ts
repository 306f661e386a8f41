import type { LocatedValue } from '../../../base/formats/located-value.ts';
import type { XmlElement } from '../../../base/formats/xml.ts';
import type { KeyPath } from '../../../model/place.ts';
import { rdfNodes, rdfReference, rdfText, type RdfNodes } from './rdf-nodes.ts';
import { rdfLicence } from './rdf-licence.ts';

/**
 * SPDX in RDF/XML in the shape of SPDX JSON; `undefined` when there is no SPDX document in it. An element may be
 * described where it is mentioned, and in several places: what is said of it is put together by its address.
 */
export function spdxRdfValue(root: XmlElement): LocatedValue | undefined {
  const nodes = rdfNodes(root);
  const found: Found = { packages: new Map(), files: new Map(), snippets: new Map(), relationships: [], described: [] };
  let document: XmlElement | undefined;
  for (const { element, owner } of nodes.all) {
    const list = lists.get(element.name);
    if (element.name === 'SpdxDocument') document ??= element;
    else if (element.name === 'Relationship' && owner !== undefined) relate(element, owner, found);
    else if (list !== undefined) put(found[list], element, nodes);
    else if (element.name === 'describesPackage' || element.name === 'packageOf')
      for (const each of targetsOf(element)) found.described.push(each);
  }
  if (root.name !== 'RDF' || document === undefined) return undefined;
  const entries = (map: Entries) => map.values().toArray();
  const value = {
    ...documentOf(document, nodes),
    documentDescribes: found.described,
    packages: entries(found.packages).map(({ value }) => value),
    files: entries(found.files).map(({ value }) => value),
    snippets: entries(found.snippets).map(({ value }) => value),
    relationships: found.relationships.map(({ value }) => value),
  };
  const placed: ReadonlyMap<string | number, readonly Placed[]> = new Map(
    Object.entries({ packages: entries(found.packages), relationships: found.relationships }),
  );
  return { value, lineOf: ([key = '', index]: KeyPath) => placed.get(key)?.[Number(index ?? 0)]?.line ?? 1 };
}

type Placed = { readonly value: Record<string, unknown>; readonly line: number };
type Entries = Map<string, Placed>;
type Found = {
  readonly packages: Entries;
  readonly files: Entries;
  readonly snippets: Entries;
  readonly relationships: Placed[];
  readonly described: string[];
};

const lists: ReadonlyMap<string, 'packages' | 'files' | 'snippets'> = new Map([
  ['Package', 'packages'],
  ['File', 'files'],
  ['Snippet', 'snippets'],
]);

/** Properties of a package with one text. */
const texts: ReadonlySet<string> = new Set([
  'name',
  'versionInfo',
  'packageFileName',
  'supplier',
  'originator',
  'downloadLocation',
  'homepage',
  'sourceInfo',
  'summary',
  'description',
  'copyrightText',
  'validUntilDate',
]);

function put(entries: Entries, element: XmlElement, nodes: RdfNodes): void {
  const SPDXID = rdfReference(element) ?? `line ${element.at.line}`;
  const known = entries.get(SPDXID);
  const value = known?.value ?? { SPDXID };
  if (known === undefined) entries.set(SPDXID, { value, line: element.at.line });
  for (const child of element.children) {
    const { name } = child;
    if (texts.has(name)) value[name] ??= rdfText(child);
    else if (name === 'licenseDeclared' || name === 'licenseConcluded') value[name] ??= rdfLicence(child, nodes);
    else if (name === 'primaryPackagePurpose') value[name] ??= rdfText(child).replace(/^purpose_/, '');
    else if (name === 'checksum')
      push(value, 'checksums', inner(child), { algorithm: 'algorithm', checksumValue: 'checksumValue' });
    else if (name === 'externalRef')
      push(value, 'externalRefs', inner(child), {
        referenceCategory: 'referenceCategory',
        referenceType: 'referenceType',
        referenceLocator: 'referenceLocator',
      });
    else if (name === 'packageVerificationCode')
      value[name] ??= record(inner(child), { packageVerificationCodeValue: 'packageVerificationCodeValue' });
  }
}

function push(
  value: Record<string, unknown>,
  key: string,
  element: XmlElement,
  names: Readonly<Record<string, string>>,
) {
  const list = value[key];
  const entry = record(element, names);
  if (Array.isArray(list)) list.push(entry);
  else value[key] = [entry];
}

function record(element: XmlElement, names: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([key, name]) => {
      const child = element.children.find((one) => one.name === name);
      return child === undefined ? [] : [[key, rdfText(child)]];
    }),
  );
}

/** The node that a property leads to, where it stands inside of it. */
function inner(property: XmlElement): XmlElement {
  return property.children[0] ?? property;
}

function relate(element: XmlElement, owner: XmlElement, found: Found): void {
  const type = element.children.find(({ name }) => name === 'relationshipType');
  const related = element.children.find(({ name }) => name === 'relatedSpdxElement');
  const from = rdfReference(owner);
  if (type === undefined || related === undefined || from === undefined) return;
  const relationshipType = rdfText(type)
    .replace(/^relationshipType_/, '')
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .toUpperCase();
  const [relatedSpdxElement = ''] = targetsOf(related);
  const spdxElementId = owner.name === 'SpdxDocument' ? 'SPDXRef-DOCUMENT' : from;
  found.relationships.push({ value: { spdxElementId, relationshipType, relatedSpdxElement }, line: element.at.line });
}

function targetsOf(property: XmlElement): readonly string[] {
  const target = rdfReference(property) ?? (property.children[0] && rdfReference(property.children[0]));
  return [target ?? rdfText(property)].filter((one) => one !== '');
}

function documentOf(element: XmlElement, nodes: RdfNodes): Record<string, unknown> {
  const child = (name: string) => element.children.find((one) => one.name === name);
  const text = (name: string) => {
    const found = child(name);
    return found && rdfText(found);
  };
  const creation = child('creationInfo');
  const info = creation && (nodes.find(creation) ?? inner(creation));
  const created = info?.children.find(({ name }) => name === 'created');
  const licence = child('dataLicense');
  return {
    SPDXID: 'SPDXRef-DOCUMENT',
    spdxVersion: text('specVersion'),
    name: text('name'),
    documentNamespace: nodes.addressOf(element)?.split('#', 1)[0],
    dataLicense: licence && rdfLicence(licence, nodes),
    creationInfo: {
      created: created && rdfText(created),
      creators: info?.children.filter(({ name }) => name === 'creator').map((one) => rdfText(one)) ?? [],
    },
  };
}
