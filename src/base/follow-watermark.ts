import type { Watermark } from '../model/plugs/feed.ts';
import { compareInstants } from './instant.ts';

/** Follows the latest instant of any record, and the records of that instant, each once, while records are read. */
export type WatermarkFollower = {
  readonly raise: (instant: string, id: string) => void;
  /** `undefined` as long as there was neither a record nor a start. */
  readonly current: () => Watermark | undefined;
};

/** Follows the watermark of records that come one by one, from where an earlier reading left it. */
export function followWatermark(start?: Watermark): WatermarkFollower {
  let latest = start?.instant;
  const ids = new Set(start?.ids);
  return {
    raise: (instant, id) => {
      const gap = latest === undefined ? 1 : compareInstants(instant, latest);
      if (gap < 0) return;
      if (gap > 0) {
        latest = instant;
        ids.clear();
      }
      ids.add(id);
    },
    current: () => (latest === undefined ? undefined : { instant: latest, ids: [...ids] }),
  };
}
