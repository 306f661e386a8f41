import { quote } from '../../base/quote.ts';

/** A field of a paragraph: its value with the line ends of a folded one, and the line of its name. */
export type ControlField = { readonly value: string; readonly line: number };

/** A paragraph of a control file: its fields by lower-case name. */
export type Paragraph = ReadonlyMap<string, ControlField>;

/** A control file that was read, or why it is none and where. */
export type ControlFile =
  | { readonly paragraphs: readonly Paragraph[] }
  | { readonly message: string; readonly at: { readonly line: number } };

/** Reads the control files of Debian (deb822), and refuses what dpkg refuses: a file cut off, a field twice. */
export function parseControlFile(text: string): ControlFile {
  if (text.trim() === '') return { message: 'the file is empty', at: { line: 1 } };
  const paragraphs: Paragraph[] = [];
  let open: Map<string, ControlField> | undefined;
  let name = '';
  const lines = text.split(/\r?\n/);
  for (const [index, content] of lines.entries()) {
    const line = index + 1;
    const field = open?.get(name);
    if (content.trim() === '') {
      open = undefined;
    } else if (/^[ \t]/.test(content)) {
      if (open === undefined || field === undefined)
        return { message: `${quote(content)} continues no field`, at: { line } };
      open.set(name, { value: `${field.value}\n${content.trim()}`, line: field.line });
    } else {
      const colon = content.indexOf(':');
      if (colon < 1 || /[^!-~]/.test(content.slice(0, colon)))
        return { message: `${quote(content)} is no field; one is written "<Name>: <value>"`, at: { line } };
      name = content.slice(0, colon).toLowerCase();
      if (open === undefined) paragraphs.push((open = new Map()));
      if (open.has(name)) return { message: `the field ${quote(content.slice(0, colon))} stands twice`, at: { line } };
      open.set(name, { value: content.slice(colon + 1).trim(), line });
    }
  }
  if (lines.at(-1) !== '') return { message: 'the file ends in the middle of a line', at: { line: lines.length } };
  return { paragraphs };
}
