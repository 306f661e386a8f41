import { isCopyrightLine } from './copyright-line.ts';

/** A text, split in its copyright notices and what remains, both letter by letter. */
export type SplitText = { readonly notices: readonly string[]; readonly body: string };

/** The appendix of a licence shows how a notice looks. */
const placeholder = /[<[{](?:yyyy|year|name|owner|copyright)/i;

/** Takes the copyright notices out of a licence text, so that texts can be grouped and notices kept. */
export function splitCopyright(text: string): SplitText {
  const notices: string[] = [];
  const body: string[] = [];
  for (const line of text.split('\n')) {
    const bare = line.replace(/^[^\p{L}\p{N}(<[©]+/u, '').trimEnd();
    if (bare !== '' && isCopyrightLine(bare) && !placeholder.test(bare)) notices.push(line.trim());
    else body.push(line.trimEnd());
  }
  const joined = body.join('\n').replace(/\n{3,}/g, '\n\n');
  return { notices: [...new Set(notices)], body: joined.replace(/^\n+|(?<!\n)\n+$/g, '') };
}
