import { followWatermark } from '../../base/follow-watermark.ts';
import { compareInstants } from '../../base/instant.ts';
import type { ChangeList, Watermark } from '../../model/plugs/feed.ts';

/** The list of changes of the OSV bucket: lines of `<instant>,<id>`, the latest first. */
export function osvChanges(ecosystem: string): ChangeList {
  return {
    path: `${ecosystem}/modified_id.csv`,
    enough: (piece, { instant }) => isBefore(lastWholeLine(piece), instant),
    since: (list, since) => changesSince(new TextDecoder().decode(list), since, ecosystem),
  };
}

const line = /^(\d{4}-[^,]*),([^/\\<>\p{Cc}]{1,200})$/u;

function isBefore(text: string, instant: string): boolean {
  const stated = line.exec(text)?.[1];
  return stated !== undefined && compareInstants(stated, instant) < 0;
}

/** A piece may begin and end within a line. */
function lastWholeLine(piece: Uint8Array): string {
  const lines = new TextDecoder().decode(piece).split('\n');
  return lines.length < 3 ? '' : (lines.at(-2)?.trim() ?? '');
}

/** All lines are looked at, so that one that is out of order is not missed; only one that is cut off may be odd. */
function changesSince(list: string, since: Watermark, ecosystem: string) {
  const lines = list.split('\n');
  const before = new Set(since.ids);
  const paths = new Set<string>();
  const watermark = followWatermark(since);
  for (const [index, each] of lines.entries()) {
    const text = each.trim();
    const [, instant = '', id = ''] = line.exec(text) ?? [];
    if (id === '' && text !== '' && index < lines.length - 1) return undefined;
    if (id === '' || id === '.' || id === '..') continue;
    const gap = compareInstants(instant, since.instant);
    if (gap < 0 || (gap === 0 && before.has(id))) continue;
    paths.add(`${ecosystem}/${id}.json`);
    watermark.raise(instant, id);
  }
  // A source of which a record is held lists at least that one: what is empty is no list.
  if (!lines.some((each) => line.test(each.trim()))) return undefined;
  return { paths: [...paths], watermark: watermark.current() ?? since };
}
