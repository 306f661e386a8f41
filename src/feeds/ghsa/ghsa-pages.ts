import { nextLink } from '../../base/next-link.ts';
import { beginning } from '../../base/one-line.ts';
import type { DatabasePages, PageQuestion } from '../../model/plugs/database-pages.ts';
import { parseJsonBytes } from '../parse-json-bytes.ts';

/** GitHub's API (`GET /advisories`, version 2022-11-28): what it reviewed and malware, in the order of their changes. */
export const ghsaPages: DatabasePages = {
  ending: '/advisories',
  token: ['authorization', 'Bearer '],
  headers: { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' },
  // Sixty questions in an hour may come at once; a key raises that to five thousand. A refusal without a word asks for a minute.
  pace: { open: 1000, keyed: 200, throttled: 60_000 },
  questions: (since) =>
    ['reviewed', 'malware'].map((type) => ({
      type,
      per_page: '100',
      sort: 'updated',
      direction: 'asc',
      ...(since !== undefined && { modified: `>=${since.slice(0, 10)}` }),
    })),
  after: (asked, { bytes, headers }) => {
    if (!Array.isArray(parseJsonBytes(bytes)))
      return { kind: 'damaged', reason: `it is no page of advisories: it begins with "${beginning(bytes)}"` };
    const link = nextLink(headers['link']);
    return typeof link === 'string' ? following(asked, link) : { kind: 'page', next: undefined };
  },
};

/** Of the address of the next page only the cursor is taken, so that it cannot lead elsewhere. */
function following(asked: PageQuestion, link: string) {
  const cursor = URL.canParse(link) ? new URL(link).searchParams.get('after') : undefined;
  return cursor
    ? ({ kind: 'page', next: { ...asked, after: cursor } } as const)
    : ({ kind: 'damaged', reason: 'it names a next page without a cursor' } as const);
}
