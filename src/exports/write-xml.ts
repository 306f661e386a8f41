import { escapeXml } from '../base/formats/escape-xml.ts';

/** An element of a document: its attributes in order, and a text or further elements. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: string | readonly XmlElement[];
};

/** Writes an XML 1.0 document, one element a line, indented by its depth. */
export function writeXml(root: XmlElement): string {
  const lines: string[] = ['<?xml version="1.0" encoding="UTF-8"?>'];
  writeElement(root, '', lines);
  return `${lines.join('\n')}\n`;
}

function writeElement({ name, attributes, children }: XmlElement, indent: string, lines: string[]): void {
  const open = `${indent}<${name}${attributes.map(([key, value]) => ` ${key}="${escape(value)}"`).join('')}`;
  if (typeof children === 'string') lines.push(`${open}>${escape(children)}</${name}>`);
  else if (children.length === 0) lines.push(`${open}/>`);
  else {
    lines.push(`${open}>`);
    for (const child of children) writeElement(child, `${indent}  `, lines);
    lines.push(`${indent}</${name}>`);
  }
}

/** A reader takes tabs and ends of lines in an attribute for spaces, so they are escaped, too. */
function escape(text: string): string {
  return escapeXml(text).replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');
}
