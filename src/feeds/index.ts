import type { AdvisoryFeed, DatabaseFeed, ListFeed } from '../model/plugs/feed.ts';
import { cveList } from './cve/cve-list.ts';
import { endoflife } from './endoflife/endoflife.ts';
import { epss } from './epss/epss.ts';
import { ghsa } from './ghsa/ghsa.ts';
import { kev } from './kev/kev.ts';
import { nvd } from './nvd/nvd.ts';
import { osv } from './osv/osv.ts';

/** Every feed of advisories that `sync` can drive. */
export const feeds: readonly AdvisoryFeed[] = [osv];

/** Every list of facts that `sync` can fetch beside the advisories. */
export const listFeeds: readonly ListFeed[] = [endoflife, epss, kev];

/** Every database of vulnerabilities that `sync` can fetch whole. */
export const databaseFeeds: readonly DatabaseFeed[] = [cveList, ghsa, nvd];
