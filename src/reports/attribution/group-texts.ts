import { splitCopyright } from '../../licences/split-copyright.ts';
import { licenceTexts } from '../../licences/licence-texts.ts';
import type { Shipped } from './shipped.ts';

/** A component under a text, with the copyright notices of its own file, letter by letter. */
export type Holder = {
  readonly shipped: Shipped;
  readonly file: string | undefined;
  readonly notices: readonly string[];
};

/** One licence text, once, and everybody who has it; without a file of the package it is the text of the SPDX list. */
export type TextGroup = {
  readonly title: string;
  readonly from: 'package' | 'list';
  /** Whole where all have it letter by letter, else without the copyright notices, which stand with the holders. */
  readonly body: string;
  readonly holders: readonly Holder[];
};

/** The texts under which components are delivered, and the components for which nothing is known. */
export type Attribution = { readonly groups: readonly TextGroup[]; readonly open: readonly Shipped[] };

/**
 * Groups components by licence text; texts are one where nothing but the title, marks, white space and copyright notices
 * differs, for names inside of a text are a part of it. A package's own text goes before that of the list, and what has
 * neither is open.
 */
export function groupTexts(all: readonly Shipped[]): Attribution {
  const groups = new Map<
    string,
    { title: string; from: TextGroup['from']; body: string; whole: string | undefined; holders: Holder[] }
  >();
  const open: Shipped[] = [];
  for (const one of all) {
    const own = one.files.map((file) => ({
      from: 'package' as const,
      title: titleOf(file),
      file: file.path,
      text: file.text,
    }));
    const texts = own.some(({ title }) => title !== noticeTitle) ? own : [...own, ...listTexts(one)];
    if (texts.every(({ title }) => title === noticeTitle)) open.push(one);
    for (const { from, title, file, text } of texts) {
      const { notices, body } = splitCopyright(text);
      const key = `${from} ${wordsOf(body)}`;
      const group = groups.get(key) ?? { title, from, body, whole: text, holders: [] };
      if (group.whole !== text) group.whole = undefined;
      group.holders.push({ shipped: one, file, notices: from === 'package' ? notices : [] });
      groups.set(key, group);
    }
  }
  const told = [...groups.values()].map(({ whole, body, ...group }): TextGroup => ({
    ...group,
    body: whole?.trim() ?? body,
  }));
  const sorted = told.toSorted((a, b) => order(a.title, b.title) || order(a.from, b.from) || order(a.body, b.body));
  return { groups: sorted, open };
}

/** Each letter and digit of a text without its title, such as `The MIT License (MIT)`. */
function wordsOf(body: string): string {
  const [first = '', ...rest] = body.trimStart().split('\n');
  const isTitle = first.length < 60 && /\blicen[cs]e\b|^\W*MIT\W*$/i.test(first) && !/[.;,]$/.test(first.trimEnd());
  const text = isTitle && rest.length > 1 ? rest.join('\n') : body;
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const noticeTitle = 'Notice';

function titleOf({ kind, detected }: Shipped['files'][number]): string {
  if (kind === 'notice') return noticeTitle;
  const sure = [
    ...new Set(
      detected.map(({ candidates }) =>
        candidates
          .map(({ id }) => id)
          .slice(0, 2)
          .join(' or '),
      ),
    ),
  ];
  if (sure.length === 0) return 'Text of the package';
  return sure.length > 3 ? `${sure.slice(0, 3).join(', ')} and ${sure.length - 3} more` : sure.join(', ');
}

function listTexts({ ids }: Shipped) {
  return ids.flatMap((id) => {
    const text = licenceTexts().get(id);
    return text === undefined ? [] : [{ from: 'list' as const, title: id, file: undefined, text }];
  });
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
