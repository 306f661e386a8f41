import type { ItemAnomalyList } from '../../../app/anomalies/list-anomalies.ts';
import type { AnomalyEntry, AnomalyStanding } from '../../../model/anomalies/item-anomalies.ts';
import type { Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';

/** Which entries are shown: those that wait for a person, those that concern what is in use, or all. */
export type ShownEntries = 'open' | 'relevant' | 'all';

/** Shows published anomalies, a paragraph an item, each entry with the hash that a disposition names. */
export function showAnomalies(items: readonly ItemAnomalyList[], shown: ShownEntries, paint: Paint): string {
  return items
    .map((item) => {
      const lines = item.entries.filter((entry) => isShown(entry, shown)).flatMap((entry) => entryLines(entry, paint));
      return [
        `${paint('bold', safeText(item.soup))}  ${safeText(item.state.text)}`,
        ...lines,
        ...sampleLines(item),
      ].join('\n');
    })
    .join('\n')
    .concat('\n');
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
  if (standing.kind === 'again') return `to be judged again: ${standing.changed}`;
  if (standing.kind !== 'judged')
    return { 'not-needed': 'needs no disposition', open: 'no disposition yet', 'not-drawn': 'outside of the sample' }[
      standing.kind
    ];
  const { answer, by, on } = standing.met.disposition;
  return `${answer} (${by}, ${on})`;
}

/** The sample, as it is written into the dispositions. */
function sampleLines({ sample, hash }: ItemAnomalyList): readonly string[] {
  if (sample === undefined || hash === undefined) return [];
  const { rule, of, drawn } = sample;
  return [
    '  by the plan a sample may stand for this list:',
    `    sample: { above: ${rule.above}, take: ${rule.take}, of: ${of}, list: '${hash.slice(0, 19)}',`,
    `      entries: [${safeText(drawn.map((id) => JSON.stringify(id)).join(', '))}], by: …, on: … }`,
  ];
}
