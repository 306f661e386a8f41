import { parseCpe } from '../../base/cpe/parse-cpe.ts';
import { oneLine } from '../../base/one-line.ts';
import type { CveRecord } from '../../model/anomalies/cve.ts';

/** A record, and what of it cannot be read. */
export type SoundCve = { readonly cve: CveRecord; readonly flaws: readonly string[] };

/** A record, with what of it cannot be read; or why nothing of it can. */
export type ReadCve = SoundCve | { readonly unreadable: string };

/** The names of CPE among some that cannot be read. */
export function badNames(names: readonly string[]): readonly string[] {
  const bad = [...new Set(names)].filter((name) => parseCpe(name) === undefined);
  return bad.map((name) => `"${oneLine(name, 80)}" is no name of CPE`);
}
