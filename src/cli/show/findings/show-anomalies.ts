import type { ItemAnomalyList } from '../../../app/anomalies/list-anomalies.ts';
import type { AnomalyEntry, AnomalyStanding } from '../../../model/anomalies/item-anomalies.ts';
import type { Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';

/** Which entries are shown: those that wait for a person, those that concern what is in use, or all. */
export type ShownEntries = 'open' | 'relevant' | 'all';

/**
 * Shows published anomalies, a paragraph an item, each entry with the hash that a disposition names. Items of which there is
 * nothing to list, and the same to say, stand in one line at the end.
 */
export function showAnomalies(items: readonly ItemAnomalyList[], shown: ShownEntries, paint: Paint): string {
  const alike = Map.groupBy(items, ({ entries, state }) => (entries.length > 0 ? '' : state.text));
  const isTogether = ({ entries, state }: ItemAnomalyList) =>
    shown !== 'all' && entries.length === 0 && (alike.get(state.text)?.length ?? 0) > few;
  const single = items.filter((item) => !isTogether(item));
  const together = [...alike.values()].filter(([first]) => first !== undefined && isTogether(first));
  return [...single.map((item) => itemLines(item, shown, paint)), ...together.map((same) => sameLine(same, paint))]
    .join('\n')
    .concat('\n');
}

/** So many items are named, and more stand in one line. */
const few = 3;

function itemLines(item: ItemAnomalyList, shown: ShownEntries, paint: Paint): string {
  const lines = item.entries.filter((entry) => isShown(entry, shown)).flatMap((entry) => entryLines(entry, paint));
  return [`${paint('bold', safeText(item.soup))}  ${safeText(item.state.text)}`, ...lines, ...sampleLines(item)].join(
    '\n',
  );
}

function sameLine(same: readonly ItemAnomalyList[], paint: Paint): string {
  const named = same.slice(0, few).map(({ soup }) => soup);
  return `${paint('bold', `${same.length} items`)}  ${safeText(`${same[0]?.state.text ?? ''} (${named.join(', ')} and ${same.length - few} more; --all shows them)`)}`;
}

function isShown({ relevance, standing }: AnomalyEntry, shown: ShownEntries): boolean {
  if (shown === 'all') return true;
  return shown === 'relevant' ? relevance.kind !== 'out' : standing.kind === 'open' || standing.kind === 'again';
}

function entryLines({ anomaly, relevance, standing }: AnomalyEntry, paint: Paint): readonly string[] {
  const { id, hash, title, state, labels, address } = anomaly;
  const facts = [state, ...labels].join(', ');
  return [
    `  ${paint('cyan', safeText(`${id}: '${hash.slice(0, 12)}'`))}  ${safeText(title)}`,
    `    ${safeText(`${facts}; ${relevance.reason}; ${standingInBrief(standing)}`)}`,
    ...(address === undefined ? [] : [`    ${paint('dim', safeText(address))}`]),
  ];
}

function standingInBrief(standing: AnomalyStanding): string {
  if (!('met' in standing))
    return { 'not-needed': 'needs no disposition', open: 'no disposition yet', 'not-drawn': 'outside of the sample' }[
      standing.kind
    ];
  const { answer, by, on, reason } = standing.met.disposition;
  return standing.kind === 'judged'
    ? `${answer} (${by}, ${on})`
    : `to be judged again: ${standing.changed}; it was ${answer} (${by}, ${on}): ${reason}`;
}

/** The sample that the plan draws, until it is stated. */
function sampleLines({ soup, sample, isStated }: ItemAnomalyList): readonly string[] {
  if (sample === undefined || isStated) return [];
  const { rule, of, drawn } = sample;
  const ids = drawn.map((id) => JSON.stringify(id)).join(', ');
  return [
    `  by the plan ${rule.take} of these ${of} may stand for the list: ${safeText(ids)}`,
    `  state it: tureen anomalies ${safeText(soup)} --draw --by <person>`,
  ];
}
