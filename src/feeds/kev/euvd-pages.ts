import { z } from 'zod';
import { checkSchema } from '../../base/formats/schema.ts';
import { beginning } from '../../base/one-line.ts';
import type { ListPages } from '../../model/plugs/database-pages.ts';
import { parseJsonBytes } from '../parse-json-bytes.ts';

/** The most that the interface gives at once. */
const largestPage = 100;

/** The search of the EUVD for what is exploited: pages by their number, from 0, of at most a hundred entries. */
export const euvdPages: ListPages = {
  ending: '/api/search',
  headers: { accept: 'application/json' },
  // No limit is published.
  pace: { open: 1000, keyed: 1000 },
  first: { exploited: 'true', size: String(largestPage), page: '0' },
  after: (asked, { bytes }) => {
    const page = checkSchema(pageSchema, parseJsonBytes(bytes));
    if (!page.ok)
      return { kind: 'damaged', reason: `it is no page of a search of the EUVD: it begins with "${beginning(bytes)}"` };
    const { items, total } = page.value;
    const number = Number(asked['page']);
    if (number * largestPage + items.length >= total) return { kind: 'page', next: undefined, total };
    if (items.length < largestPage)
      return { kind: 'damaged', reason: `page ${number} has ${items.length} entries, and there are ${total} in all` };
    return { kind: 'page', next: { ...asked, page: String(number + 1) }, total };
  },
  joined: (pages) => {
    const all = pages.flatMap((bytes) => {
      const page = checkSchema(pageSchema, parseJsonBytes(bytes));
      return page.ok ? page.value.items : [];
    });
    const items = [...new Map(all.map((item) => [item.id, item])).values()];
    return { bytes: Buffer.from(JSON.stringify({ items, total: items.length })), entries: items.length };
  },
};

const pageSchema = z.object({ items: z.array(z.looseObject({ id: z.string() })), total: z.int().nonnegative() });
