import { checkSchema } from '../../base/formats/schema.ts';
import { beginning } from '../../base/one-line.ts';
import type { DatabasePages, PageQuestion } from '../../model/plugs/database-pages.ts';
import { parseJsonBytes } from '../parse-json-bytes.ts';
import { nvdPageSchema } from './nvd-schema.ts';

/** The NVD's API 2.0: pages by their start, and changes in windows of at most 120 days. */
export const nvdPages: DatabasePages = {
  ending: '/cves/2.0',
  token: ['apiKey', ''],
  headers: { accept: 'application/json' },
  // Five questions in any thirty seconds, and fifty with a key; who asks more is answered 403 until they have passed.
  pace: { open: 6000, keyed: 600, throttled: 30_000 },
  rest: 2 * 60 * 60 * 1000,
  questions: (since, now) =>
    since === undefined ? [question({})] : windows(since, now).map((window) => question(window)),
  after: (asked, { bytes }) => {
    const page = checkSchema(nvdPageSchema, parseJsonBytes(bytes));
    if (!page.ok) return damaged(`it is no page of the NVD's API 2.0: it begins with "${beginning(bytes)}"`);
    const { startIndex, totalResults, vulnerabilities } = page.value;
    if (String(startIndex) !== asked['startIndex'])
      return damaged(`the page from ${asked['startIndex']} was asked for, and the one from ${startIndex} came`);
    const end = startIndex + vulnerabilities.length;
    if (end >= totalResults) return { kind: 'page', next: undefined, total: totalResults };
    if (vulnerabilities.length === 0) return damaged(`it says that there are ${totalResults}, and gives ${end}`);
    return { kind: 'page', next: { ...asked, startIndex: String(end) }, total: totalResults };
  },
};

/** The most that the interface gives at once. */
const largestPage = 2000;

function question(window: PageQuestion): PageQuestion {
  return { ...window, resultsPerPage: String(largestPage), startIndex: '0' };
}

const longestWindow = 120 * 24 * 60 * 60 * 1000;

function windows(since: string, now: string): readonly PageQuestion[] {
  const found: PageQuestion[] = [];
  const last = Date.parse(now);
  for (let start = Date.parse(since); start < last; start += longestWindow) {
    const end = Math.min(start + longestWindow, last);
    found.push({ lastModStartDate: new Date(start).toISOString(), lastModEndDate: new Date(end).toISOString() });
  }
  return found;
}

function damaged(reason: string) {
  return { kind: 'damaged', reason } as const;
}
