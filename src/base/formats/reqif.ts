import { SaxesParser } from 'saxes';
import { childNamed, childrenNamed, parseXml, type XmlElement, type XmlSyntax } from './xml.ts';

/** An object of a ReqIF file: its values by the long names of their attributes, and the line that it begins at. */
export type ReqifObject = { readonly values: ReadonlyMap<string, string>; readonly line: number };

/** Reads the objects of a ReqIF file (OMG ReqIF 1.0 to 1.2) with their values as plain text; formatting is left out. */
export function readReqif(text: string): { readonly objects: readonly ReqifObject[] } | XmlSyntax {
  const root = parseXml(text);
  if ('message' in root) return root;
  const content = childNamed(childNamed(root, 'CORE-CONTENT') ?? root, 'REQ-IF-CONTENT');
  if (root.name !== 'REQ-IF' || content === undefined) return { message: 'it has no REQ-IF-CONTENT', at: root.at };
  const names = namesIn(content);
  const formatted = formattedValues(text);
  let next = 0;
  const objects = (childNamed(content, 'SPEC-OBJECTS')?.children ?? []).map((object) => ({
    values: new Map([
      ['IDENTIFIER', object.attributes['IDENTIFIER'] ?? ''],
      ...(childNamed(object, 'VALUES')?.children ?? []).map((value) =>
        valueOf(value, names, () => formatted[next++] ?? ''),
      ),
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

function valueOf(
  value: XmlElement,
  names: ReadonlyMap<string, string>,
  nextFormatted: () => string,
): readonly [string, string] {
  const definition = textOf(childNamed(value, 'DEFINITION')).trim();
  const name = names.get(definition) ?? definition;
  const enumerated = childNamed(value, 'VALUES');
  if (enumerated !== undefined)
    return [name, enumerated.children.map((one) => names.get(one.text.trim()) ?? one.text.trim()).join('\n')];
  if (childNamed(value, 'THE-VALUE') !== undefined) return [name, nextFormatted()];
  return [name, value.attributes['THE-VALUE'] ?? ''];
}

function textOf(element: XmlElement | undefined): string {
  return element === undefined ? '' : element.text + element.children.map(textOf).join('');
}

/** What begins a line of its own in XHTML. */
const blocks = new Set(['p', 'div', 'br', 'li', 'tr', 'table', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre']);

/** The plain texts of the formatted values of all objects, in the order of the file: text and elements alternate in them. */
function formattedValues(text: string): readonly string[] {
  const values: string[] = [];
  const parser = new SaxesParser({ xmlns: false, position: false });
  let current: string | undefined;
  let objects = 0;
  parser.on('opentag', ({ name }) => {
    const local = localName(name);
    if (local === 'SPEC-OBJECT') objects++;
    if (local === 'THE-VALUE' && objects > 0) current = '';
    else if (current !== undefined && blocks.has(local)) current += '\n';
  });
  const add = (piece: string) => {
    if (current !== undefined) current += piece.replace(/\s+/g, ' ');
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name }) => {
    const local = localName(name);
    if (local === 'SPEC-OBJECT') objects--;
    if (current === undefined) return;
    if (local === 'THE-VALUE') {
      values.push(linesOf(current));
      current = undefined;
    } else if (blocks.has(local)) current += '\n';
  });
  parser.write(text).close();
  return values;
}

function linesOf(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
