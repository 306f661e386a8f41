import type { Watermark } from '../model/plugs/feed.ts';
import { compareInstants } from './instant.ts';

/** The watermark that a further record leaves. */
export function raiseWatermark(watermark: Watermark | undefined, instant: string, id: string): Watermark {
  const gap = watermark === undefined ? 1 : compareInstants(instant, watermark.instant);
  if (watermark === undefined || gap > 0) return { instant, ids: [id] };
  return gap < 0 ? watermark : { instant: watermark.instant, ids: [...watermark.ids, id] };
}
