import { parseSpdxExpression } from '../../base/licences/parse-spdx-expression.ts';
import { quote } from '../../base/quote.ts';
import type { LicenceWords } from '../licence-words.ts';
import type { Notice } from './notice.ts';

/** Finds `SPDX-License-Identifier:` lines (SPDX 3.0, annex on short identifiers) and what they say, by positions of words. */
export function identifierLines(text: string, { lines: lineOf }: LicenceWords): readonly Notice[] {
  if (!text.includes(tag)) return [];
  const firstWord = new Map<number, number>();
  const lastWord = new Map<number, number>();
  for (const [at, line] of lineOf.entries()) {
    if (!firstWord.has(line)) firstWord.set(line, at);
    lastWord.set(line, at + 1);
  }
  return text.split('\n').flatMap((line, index) => {
    const from = firstWord.get(index + 1);
    const to = lastWord.get(index + 1);
    const start = line.indexOf(tag);
    if (start === -1 || from === undefined || to === undefined) return [];
    return [{ ...said(line.slice(start + tag.length)), from, to }];
  });
}

const tag = 'SPDX-License-Identifier:';

/** No expression that stands on one line comes near. */
const longest = 400;

function said(rest: string): Pick<Notice, 'ids' | 'doubt'> {
  const text = rest
    .slice(0, longest)
    .trim()
    .replace(/(?:\*\/|-->|--%>|"""|#\}|\*\)|["'`]).*$/s, '')
    .trim();
  const expression = parseSpdxExpression(text)?.text;
  if (expression !== undefined) return { ids: [expression], doubt: undefined };
  return { ids: [text], doubt: `its SPDX-License-Identifier says ${quote(text)}, which is no SPDX expression` };
}
