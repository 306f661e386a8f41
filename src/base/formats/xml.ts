import { SaxesParser } from 'saxes';
import type { LinePlace } from '../../model/place.ts';
import { quote } from '../quote.ts';

/** An element of an XML document, with the place of its start tag. */
export type XmlElement = {
  /** Without its prefix. */
  readonly name: string;
  /** The address that its prefix or the default namespace stands for; empty when nothing declares one. */
  readonly namespace: string;
  /** By name as written, prefix included. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text and CDATA without those of its children, as written: white space is the format's business. */
  readonly text: string;
  readonly at: Omit<LinePlace, 'file'>;
};

/** Why a text is no XML document that is read, and where. */
export type XmlSyntax = { readonly message: string; readonly at: Omit<LinePlace, 'file'> };

/**
 * Reads an XML 1.0 document into its root element. A document type is passed over: what it declares is never
 * expanded nor fetched, so an entity of its own is a fault. Elements nest at most `deepest` levels.
 */
export function parseXml(text: string, deepest = 200): XmlElement | XmlSyntax {
  if (text.trim() === '') return { message: 'the file is empty', at: { line: 1, column: 1 } };
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  const faults: XmlSyntax[] = [];
  const parser = new SaxesParser({ xmlns: false, position: true });
  const place = () => ({ line: parser.line, column: parser.column });
  let start = place();

  parser.on('error', ({ message }) => {
    faults.push({ message: faultOf(message), at: place() });
  });
  parser.on('opentagstart', ({ name }) => {
    start = { line: parser.line, column: Math.max(1, parser.column - name.length - 1) };
  });
  parser.on('opentag', ({ name, attributes }) => {
    const parent = open.at(-1);
    const namespaces = declaredIn(attributes, parent?.namespaces ?? noNamespaces);
    const element = { ...nameIn(name, namespaces), attributes, children: [], text: '', at: start };
    parent?.element.children.push(element);
    open.push({ element, namespaces });
    if (open.length > deepest)
      faults.push({ message: `its elements nest more than ${deepest} levels deep`, at: start });
  });
  const addText = (piece: string) => {
    const innermost = open.at(-1);
    if (innermost !== undefined) innermost.element.text += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (open.length === 0) root = closed?.element;
  });

  for (let from = 0; from < text.length && faults.length === 0; from += pieceLength)
    parser.write(text.slice(from, from + pieceLength));
  if (faults.length === 0) parser.close();
  const [fault] = faults;
  if (fault !== undefined) return mergeConflict(text, fault.at.line) ?? fault;
  return root ?? { message: 'it has no element', at: { line: 1, column: 1 } };
}

/** The children of an element that have a name. */
export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The first child of a name. */
export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** The trimmed text of the first child of a name; `undefined` when there is none or it is blank. */
export function childText(element: XmlElement, name: string): string | undefined {
  return childNamed(element, name)?.text.trim() || undefined;
}

/** An element whose end tag was not met yet, with the namespaces that prefixes inside it stand for. */
type OpenElement = {
  readonly element: Omit<XmlElement, 'children' | 'text'> & { readonly children: XmlElement[]; text: string };
  readonly namespaces: Namespaces;
};

/** By prefix; the empty prefix is the default namespace. */
type Namespaces = ReadonlyMap<string, string>;

const noNamespaces: Namespaces = new Map();

/** Parsing stops soon after the first fault, for the parser makes a costly report of every character behind it. */
const pieceLength = 2048;

function declaredIn(attributes: Readonly<Record<string, string>>, above: Namespaces): Namespaces {
  let declared: Map<string, string> | undefined;
  for (const name in attributes) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) {
      declared ??= new Map(above);
      declared.set(name.slice('xmlns:'.length), attributes[name] ?? '');
    }
  }
  return declared ?? above;
}

function nameIn(written: string, namespaces: Namespaces): Pick<XmlElement, 'name' | 'namespace'> {
  const colon = written.indexOf(':');
  return {
    name: written.slice(colon + 1),
    namespace: namespaces.get(written.slice(0, Math.max(0, colon))) ?? '',
  };
}

function faultOf(message: string): string {
  const reason = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
  if (reason === 'undefined entity') return 'it uses an entity that XML itself does not know';
  return reason.replace(/^unclosed tag: (.*)$/s, (_, name: string) => `it ends before ${quote(name)} is closed`);
}

function mergeConflict(text: string, line: number): XmlSyntax | undefined {
  const content = text.split('\n', line)[line - 1] ?? '';
  return /^(?:<{7}|>{7}|={7})/.test(content) ? { message: 'it holds a merge conflict', at: { line } } : undefined;
}
