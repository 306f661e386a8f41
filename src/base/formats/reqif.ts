import { childNamed, childrenNamed, parseXml, type XmlElement, type XmlSyntax } from './xml.ts';

/** An object of a ReqIF file: its values by the long names of their attributes, and the line that it begins at. */
export type ReqifObject = { readonly values: ReadonlyMap<string, string>; readonly line: number };

/** Reads the objects of a ReqIF file (OMG ReqIF 1.0 to 1.2) with their values as plain text; formatting is left out. */
export function readReqif(text: string): { readonly objects: readonly ReqifObject[] } | XmlSyntax {
  const root = parseXml(text);
  if ('message' in root) return root;
  const content = childNamed(childNamed(root, 'CORE-CONTENT') ?? root, 'REQ-IF-CONTENT');
  if (root.name !== 'REQ-IF' || content === undefined)
    return { message: 'it is no ReqIF: it has no REQ-IF-CONTENT', at: root.at };
  const names = namesIn(content);
  const objects = (childNamed(content, 'SPEC-OBJECTS')?.children ?? []).map((object) => ({
    values: new Map([
      ['IDENTIFIER', object.attributes['IDENTIFIER'] ?? ''],
      ...(childNamed(object, 'VALUES')?.children ?? []).map((value) => valueOf(value, names)),
    ]),
    line: object.at.line,
  }));
  return { objects };
}

/** Long names of attribute definitions and of the values of enumerations, by their identifiers. */
function namesIn(content: XmlElement): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const walk = (element: XmlElement): void => {
    const { IDENTIFIER: id, 'LONG-NAME': name } = element.attributes;
    if (id !== undefined && name !== undefined) names.set(id, name);
    for (const child of element.children) walk(child);
  };
  for (const part of ['DATATYPES', 'SPEC-TYPES']) for (const list of childrenNamed(content, part)) walk(list);
  return names;
}

function valueOf(value: XmlElement, names: ReadonlyMap<string, string>): readonly [string, string] {
  const definition = textOf(childNamed(value, 'DEFINITION')).trim();
  const name = names.get(definition) ?? definition;
  const enumerated = childNamed(value, 'VALUES');
  if (enumerated !== undefined)
    return [name, enumerated.children.map((one) => names.get(one.text.trim()) ?? one.text.trim()).join('\n')];
  const formatted = childNamed(value, 'THE-VALUE');
  return [name, value.attributes['THE-VALUE'] ?? (formatted === undefined ? '' : plainText(formatted))];
}

function textOf(element: XmlElement | undefined): string {
  return element === undefined ? '' : element.text + element.children.map(textOf).join('');
}

/** The text of formatted XHTML. Elements keep no order between text and children, so each paragraph is a line of its own. */
function plainText(element: XmlElement): string {
  const blocks = element.children.map(plainText).filter((text) => text !== '');
  const own = element.text.replace(/\s+/g, ' ').trim();
  return [...(own === '' ? [] : [own]), ...blocks].join('\n');
}
