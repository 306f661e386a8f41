import type { Feed } from '../model/feed.ts';
import { osv } from './osv.ts';

/** Every feed of advisories that `sync` can drive. */
export const feeds: readonly Feed[] = [osv];
