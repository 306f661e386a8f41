import type { XmlElement } from '../../write-xml.ts';

/**
 * The elements that stand in CycloneDX XML for a key and value of its JSON. The two name the same things in the same
 * order; what XML writes otherwise, attributes, lists and texts, stands in the tables below.
 */
export function xmlElement(name: string, value: unknown): readonly XmlElement[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return listElements(name, value);
  if (typeof value === 'object' && value !== null) return [objectElement(name, value)];
  return [{ name, attributes: [], children: typeof value === 'string' ? value : JSON.stringify(value) }];
}

/** What one entry of a list is called. */
const entryNames: ReadonlyMap<string, string> = new Map([
  ['assemblies', 'assembly'],
  ['authors', 'author'],
  ['components', 'component'],
  ['compositions', 'composition'],
  ['dependencies', 'dependency'],
  ['externalReferences', 'reference'],
  ['hashes', 'hash'],
  ['lifecycles', 'lifecycle'],
  ['properties', 'property'],
  ['tools', 'tool'],
]);

/** Keys that are attributes, by the element that they stand on. */
const attributeNames: ReadonlyMap<string, readonly string[]> = new Map([
  ['component', ['type', 'bom-ref']],
  ['dependency', ['ref']],
  ['hash', ['alg']],
  ['license', ['acknowledgement']],
  ['property', ['name']],
  ['reference', ['type']],
]);

/** Keys whose value is the text of the element. */
const textNames: ReadonlyMap<string, string> = new Map([
  ['hash', 'content'],
  ['property', 'value'],
]);

/** Lists without an entry name are not wrapped: `url` and `contact` stand once for each. */
function listElements(name: string, values: readonly unknown[]): readonly XmlElement[] {
  if (name === 'licenses') return [{ name, attributes: [], children: values.flatMap(licenceElements) }];
  const entryName = entryNames.get(name);
  if (entryName === undefined) return values.flatMap((value) => xmlElement(name, value));
  return [{ name, attributes: [], children: values.flatMap((value) => entryElement(entryName, value)) }];
}

/** An entry that is a text is a reference to an element. */
function entryElement(name: string, value: unknown): readonly XmlElement[] {
  return typeof value === 'string' ? [{ name, attributes: [['ref', value]], children: [] }] : xmlElement(name, value);
}

/** The choice between a licence and an expression needs no element of its own. */
function licenceElements(choice: unknown): readonly XmlElement[] {
  if (typeof choice !== 'object' || choice === null) return [];
  if ('license' in choice) return xmlElement('license', choice.license);
  if (!('expression' in choice)) return [];
  const { expression, acknowledgement } = choice as { readonly expression: string; readonly acknowledgement?: string };
  return [
    {
      name: 'expression',
      attributes: acknowledgement === undefined ? [] : [['acknowledgement', acknowledgement]],
      children: expression,
    },
  ];
}

function objectElement(name: string, value: object): XmlElement {
  const attributeKeys = attributeNames.get(name) ?? [];
  const textKey = textNames.get(name);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  const attributes = entries
    .filter(([key]) => attributeKeys.includes(key))
    .map(([key, each]) => [key, String(each)] as const);
  const text = entries.find(([key]) => key === textKey);
  const children = entries
    .filter(([key]) => !attributeKeys.includes(key))
    .flatMap(([key, each]) => childElements(key, each));
  return { name, attributes, children: text === undefined ? children : String(text[1]) };
}

/** What a dependency needs are dependencies inside of it. */
function childElements(key: string, value: unknown): readonly XmlElement[] {
  return key === 'dependsOn' && Array.isArray(value)
    ? value.flatMap((ref) => entryElement('dependency', ref))
    : xmlElement(key, value);
}
