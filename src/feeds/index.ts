import type { AdvisoryFeed, ListFeed } from '../model/feed.ts';
import { endoflife } from './endoflife.ts';
import { epss } from './epss.ts';
import { kev } from './kev.ts';
import { osv } from './osv.ts';

/** Every feed of advisories that `sync` can drive. */
export const feeds: readonly AdvisoryFeed[] = [osv];

/** Every list of facts that `sync` can fetch beside the advisories. */
export const listFeeds: readonly ListFeed[] = [endoflife, epss, kev];
