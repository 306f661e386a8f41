import { quote } from '../../base/quote.ts';

/** A line of a value, without its comment. */
export type IniLine = { readonly text: string; readonly line: number };

/** The options of each section, by their names; a value has a line for each that holds something. */
export type IniFile = ReadonlyMap<string, ReadonlyMap<string, readonly IniLine[]>>;

/** Why a text is no such file, and where. */
export type IniFault = { readonly message: string; readonly at: { readonly line: number } };

/** Reads the INI dialect of Python's configparser: indented lines go on, comments may follow a blank, nothing stands twice. */
export function parseIni(text: string): IniFile | IniFault {
  const file = new Map<string, Map<string, IniLine[]>>();
  let section: Map<string, IniLine[]> | undefined;
  let value: IniLine[] | undefined;
  for (const [index, content] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = index + 1;
    const written = withoutComment(content).trim();
    if (written === '') continue;
    const header = /^\[([^\]]+)\]$/.exec(written)?.[1];
    if (/^\s/.test(content) && value !== undefined) value.push({ text: written, line });
    else if (header !== undefined) {
      if (file.has(header)) return { message: `the section ${quote(header)} stands twice`, at: { line } };
      file.set(header, (section = new Map()));
      value = undefined;
    } else {
      const border = written.search(/[=:]/);
      const key = written.slice(0, border).trim().toLowerCase();
      if (border < 1 || section === undefined)
        return { message: `${quote(written)} is no option; one is written "name = value"`, at: { line } };
      if (section.has(key)) return { message: `the option ${quote(key)} stands twice`, at: { line } };
      const first = written.slice(border + 1).trim();
      section.set(key, (value = first === '' ? [] : [{ text: first, line }]));
    }
  }
  return file;
}

/** A comment fills its line, or stands behind a blank. */
function withoutComment(content: string): string {
  const at = content.search(/(?:^|\s)[#;]/);
  return at === -1 ? content : content.slice(0, at);
}
