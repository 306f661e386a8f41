import type { CveRecord } from '../../model/anomalies/cve.ts';

/** A record, and what of it cannot be read. */
export type SoundCve = { readonly cve: CveRecord; readonly flaws: readonly string[] };

/** A record, with what of it cannot be read; or why nothing of it can. */
export type ReadCve = SoundCve | { readonly unreadable: string };
