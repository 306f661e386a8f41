import type { LocatedValue } from '../../../base/formats/located-value.ts';
import type { XmlElement } from '../../../base/formats/xml.ts';
import type { KeyPath } from '../../../model/place.ts';

/**
 * A CycloneDX XML document in the shape that CycloneDX JSON has, so that one way leads on from both; `undefined` when
 * the root is no `<bom>` of CycloneDX. The version stands in the namespace (`…/schema/bom/1.6`).
 */
export function cycloneDxXmlValue(root: XmlElement): LocatedValue | undefined {
  const [, specVersion] = /^https?:\/\/cyclonedx\.org\/schema\/bom\/([^/]{1,20})$/.exec(root.namespace) ?? [];
  if (root.name !== 'bom' || specVersion === undefined) return undefined;
  const lines = new Map<object, number>();
  const signed = root.children.some(({ name, namespace }) => name === 'Signature' && namespace.endsWith('/xmldsig#'));
  const value = {
    ...plain(objectOf(root, lines)),
    bomFormat: 'CycloneDX',
    specVersion,
    ...(signed && { signature: {} }),
  };
  lines.set(value, root.at.line);
  return { value, lineOf: (keyPath) => lineOf(value, keyPath, lines) };
}

type Value = string | readonly Value[] | { readonly [key: string]: Value };
type Lines = Map<object, number>;

/** Elements that hold a list, by the name of what they list; what is listed may stand at another element besides. */
const lists: ReadonlyMap<string, readonly string[]> = new Map([
  ['components', ['component']],
  ['services', ['service']],
  ['hashes', ['hash']],
  ['licenses', ['license', 'expression', 'expression-detailed']],
  ['externalReferences', ['reference']],
  ['properties', ['property']],
  ['dependencies', ['dependency']],
  ['compositions', ['composition']],
  ['assemblies', ['assembly']],
  ['vulnerabilities', ['vulnerability']],
  ['authors', ['author']],
  ['lifecycles', ['lifecycle']],
  ['tools', ['tool']],
]);

/** Elements that may stand several times beside others; JSON has a list of them under the name of one. */
const repeated: ReadonlySet<string> = new Set(['contact', 'url', 'omniborId', 'swhid']);

function objectOf(element: XmlElement, lines: Lines): Value {
  const entries = new Map<string, Value>(
    Object.entries(element.attributes).filter(([name]) => !name.startsWith('xmlns')),
  );
  for (const child of element.children) {
    if (!isOfCycloneDx(child, element) || child.name === '__proto__') continue;
    const value = valueOf(child, element.name, lines);
    const before = entries.get(child.name);
    if (!repeated.has(child.name) || element.name === 'reference') entries.set(child.name, before ?? value);
    else entries.set(child.name, Array.isArray(before) ? [...(before as readonly Value[]), value] : [value]);
  }
  const object = Object.fromEntries(entries);
  lines.set(object, element.at.line);
  return object;
}

function valueOf(element: XmlElement, parent: string, lines: Lines): Value {
  const listed = lists.get(element.name);
  if (listed === undefined || (element.name === 'tools' && !element.children.some(({ name }) => name === 'tool')))
    return element.children.length === 0 ? textOf(element, lines) : objectOf(element, lines);
  const list = element.children
    .filter((child) => listed.includes(child.name) && isOfCycloneDx(child, element))
    .map((child) => (parent === 'composition' ? (child.attributes['ref'] ?? '') : entryOf(child, element.name, lines)));
  lines.set(list, element.at.line);
  return list;
}

/** What an entry of a list is in JSON. */
function entryOf(element: XmlElement, list: string, lines: Lines): Value {
  const { attributes, name, at } = element;
  const text = element.text.trim();
  const place = (object: Readonly<Record<string, Value>>): Value => {
    const all = { ...attributes, ...object };
    lines.set(all, at.line);
    return all;
  };
  if (list === 'hashes') return place({ content: text });
  if (list === 'properties') return place({ value: text });
  if (list === 'licenses') return place(licenceOf(element, lines));
  if (name === 'dependency')
    return place({
      dependsOn: element.children.filter((child) => child.name === name).map(({ attributes: { ref = '' } }) => ref),
    });
  return objectOf(element, lines);
}

function licenceOf(element: XmlElement, lines: Lines): Readonly<Record<string, Value>> {
  if (element.name === 'license') return { license: objectOf(element, lines) };
  const inner = element.children.find(({ name }) => name === 'expression');
  return { expression: element.attributes['expression'] ?? (inner ?? element).text.trim() };
}

function textOf(element: XmlElement, lines: Lines): Value {
  return Object.keys(element.attributes).length > 0 && element.text.trim() === ''
    ? objectOf(element, lines)
    : element.text.trim();
}

/** The graph of 1.1 has a namespace of its own, as an extension. */
function isOfCycloneDx({ namespace }: XmlElement, parent: XmlElement): boolean {
  return namespace === parent.namespace || namespace.startsWith('http://cyclonedx.org/schema/ext/');
}

function plain(value: Value): object {
  return typeof value === 'object' ? value : {};
}

function lineOf(root: object, keyPath: KeyPath, lines: Lines): number {
  let [line, value]: [number, unknown] = [lines.get(root) ?? 1, root];
  for (const key of keyPath) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) break;
    value = (value as Readonly<Record<string | number, unknown>>)[key];
    if (typeof value === 'object' && value !== null) line = lines.get(value) ?? line;
  }
  return line;
}
