import { counted } from '../../../base/counted.ts';
import type { AnomalySync, FrozenList } from '../../../app/sync/sync-anomalies.ts';
import type { Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';

/** Shows what was frozen, a paragraph each, and what is otherwise than in the list before. */
export function showAnomalySync({ frozen, failed }: AnomalySync, paint: Paint): string {
  const lines = frozen.flatMap((one) => [
    `${paint('bold', safeText(one.list.soup))}  ${frozenInBrief(one)}`,
    ...deltaLines(one).map((line) => `  ${safeText(line)}`),
  ]);
  const lost = failed.map(
    (soup) => `${paint('bold', safeText(soup))}  not fetched; a list that was frozen before stays as it was`,
  );
  return `${[...lines, ...lost].join('\n')}\n`;
}

/** A frozen list in one line. */
function frozenInBrief({ file, list: { entries, sources } }: FrozenList): string {
  const pages = sources.reduce((sum, { asked }) => sum + asked.length, 0);
  const truncated = sources.some((source) => source.truncated) ? ', truncated' : '';
  return `${counted(entries.length, 'entry', 'entries')} from ${counted(pages, 'answer')}${truncated}, in ${file}`;
}

function deltaLines({ list: { delta }, before }: FrozenList): readonly string[] {
  if (delta === undefined)
    return [before === undefined ? 'the first list of this item' : `unchanged since the first list, of ${before}`];
  const told = (['new', 'changed', 'closed', 'gone'] as const).flatMap((kind) => {
    const ids = delta[kind];
    const rest = ids.length > 5 ? ` and ${ids.length - 5} more` : '';
    return ids.length === 0 ? [] : [`${kind}: ${ids.slice(0, 5).join(', ')}${rest}`];
  });
  return told.length === 0 ? [`unchanged since ${delta.since}`] : [`since ${delta.since}:`, ...told];
}
