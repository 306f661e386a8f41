import { quote } from '../../base/quote.ts';

/** A variable of a git configuration, with the section it stands in. */
export type GitVariable = { readonly key: string; readonly value: string; readonly line: number };

/** A section such as `[submodule "dcmtk"]`. */
export type GitSection = {
  readonly name: string;
  readonly subsection: string | undefined;
  readonly line: number;
  readonly variables: readonly GitVariable[];
};

/** Why a text is no git configuration, and where. */
export type GitConfigFault = { readonly message: string; readonly at: { readonly line: number } };

/** Reads the syntax of git-config(1): sections, variables, comments, quotes, lines that go on. */
export function parseGitConfig(text: string): readonly GitSection[] | GitConfigFault {
  const sections: (GitSection & { readonly variables: GitVariable[] })[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (let index = 0; index < lines.length; index++) {
    const line = index + 1;
    let content = (lines[index] ?? '').trimStart();
    const header = /^\[\s*([A-Za-z0-9.-]+)(?:\s+"((?:[^"\\]|\\.)*)")?\s*\]/.exec(content);
    if (header !== null) {
      const [whole, name = '', subsection] = header;
      sections.push({ name: name.toLowerCase(), subsection: subsection?.replace(/\\(.)/g, '$1'), line, variables: [] });
      content = content.slice(whole.length).trimStart();
    }
    if (content === '' || content.startsWith('#') || content.startsWith(';')) continue;
    const [whole, key] = /^([A-Za-z][A-Za-z0-9-]*)\s*(?:=\s*|(?=[#;])|$)/.exec(content) ?? [];
    const open = sections.at(-1);
    if (whole === undefined || key === undefined || open === undefined)
      return { message: `${quote(content)} is no line of a git configuration`, at: { line } };
    const parts: string[] = [content.slice(whole.length)];
    while (/(?<!\\)(?:\\\\)*\\$/.test(parts.at(-1) ?? '') && index + 1 < lines.length) parts.push(lines[++index] ?? '');
    const value = readValue(parts.map((part, at) => (at < parts.length - 1 ? part.slice(0, -1) : part)).join(''));
    if (value === undefined) return { message: `the value of ${quote(key)} has a quote too many`, at: { line } };
    open.variables.push({ key: key.toLowerCase(), value, line });
  }
  return sections;
}

/** Undoes quotes and escapes, and drops a comment; `undefined` for a quote that does not end. */
function readValue(written: string): string | undefined {
  let value = '';
  let end = 0;
  let isQuoted = false;
  for (let at = 0; at < written.length; at++) {
    const character = written[at] ?? '';
    if (character === '"') {
      isQuoted = !isQuoted;
      end = value.length;
    } else if (character === '\\') value += escapes.get(written[++at] ?? '') ?? written[at] ?? '';
    else if (!isQuoted && (character === '#' || character === ';')) break;
    else value += character;
    if (isQuoted || !/\s/.test(character)) end = value.length;
  }
  return isQuoted ? undefined : value.slice(0, end);
}

const escapes = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['b', '\b'],
]);
