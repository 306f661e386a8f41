import type { Block } from '../../model/document.ts';

/** How much of one file a document holds. */
const longest = 2 ** 18;

/** A foreign text letter by letter; of one that is too long the beginning, and it says so. */
export function verbatim(text: string): Block {
  if (text.length <= longest) return { kind: 'verbatim', text };
  return { kind: 'verbatim', text: `${text.slice(0, longest)}\n[cut here: the file has ${text.length} characters]` };
}
