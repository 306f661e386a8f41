import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Block, Cell } from '../../model/document.ts';
import type { Dossier, ItemEntry } from '../../model/dossier.ts';
import { itemAnchor, nameOf, placeIn, sortedBy, stacked } from '../cells.ts';
import { anomalyBlocks } from './anomalies.ts';
import { findingBlocks } from './findings.ts';
import { failureBlocks } from './failures.ts';
import { itemFacts } from './item-facts.ts';
import { faultsOf, notWrittenBy, orInherited, type NotWritten } from './missing.ts';
import { gatherUnwritten } from './gather-unwritten.ts';
import { requirementBlocks } from './requirements.ts';

/** Section 2: the record of each SOUP item, after a table that leads to them. */
export function itemSection(dossier: Dossier, diagnostics: readonly Diagnostic[]): readonly Block[] {
  const heading: Block = { kind: 'heading', level: 1, text: 'SOUP items', anchor: 'items' };
  if (dossier.items.length === 0) {
    return [heading, { kind: 'notice', tone: 'bad', text: 'There is no record of any SOUP item yet.' }];
  }
  const items = sortedBy(dossier.items, ({ filed }) => [nameOf(filed).toLowerCase(), filed.file].join('\0'));
  const notWritten = notWrittenBy(diagnostics);
  return [heading, overview(items, diagnostics), ...items.flatMap((item) => itemBlocks(item, dossier, notWritten))];
}

function overview(items: readonly ItemEntry[], diagnostics: readonly Diagnostic[]): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'SOUP item', width: 17 },
      { title: 'Designator', width: 20 },
      { title: 'Versions in use', width: 13 },
      { title: 'Class', width: 7 },
      { title: 'Record', width: 9 },
      { title: 'What the rules miss', width: 42 },
    ],
    rows: items.map((item) => {
      const { filed, own } = item;
      const faults = faultsOf(item, diagnostics);
      const stale = item.unapproved.length > 0;
      return [
        { text: nameOf(filed), link: itemAnchor(filed) },
        { text: filed.record.soup, code: true, place: placeIn(filed, 'soup') },
        own.length === 0
          ? { text: 'none in the inventory', tone: 'doubt' }
          : {
              text: stacked(own.map(({ component }) => component.version ?? 'not told')),
              tone: stale ? 'bad' : 'plain',
            },
        item.class === undefined ? { text: 'none: counts as C', tone: 'doubt' } : { text: item.class },
        {
          text: filed.record.status,
          tone: filed.record.status === 'draft' ? 'doubt' : 'good',
          place: placeIn(filed, 'status'),
        },
        faultCell(item, faults),
      ];
    }),
  };
}

/** What a draft lacks is much the same for all of them, and stands below at each: here the number is enough. */
function faultCell({ filed }: ItemEntry, faults: readonly string[]): Cell {
  if (faults.length === 0) return { text: 'nothing', tone: 'good' };
  const many = filed.record.status === 'draft' && faults.length > mostTold;
  const text = many ? `${faults.length} things to be completed in the draft` : stacked(faults);
  return { text, tone: 'bad' };
}

const mostTold = 3;

function itemBlocks(item: ItemEntry, dossier: Dossier, notWrittenHere: NotWritten): readonly Block[] {
  const { filed } = item;
  const notWritten = orInherited(item, notWrittenHere);
  const draft = filed.record.status === 'draft';
  const notice: Block = {
    kind: 'notice',
    tone: 'doubt',
    text: 'Draft: this record was proposed and waits for a person to confirm it.',
  };
  const judged = [
    itemFacts(item, dossier, notWritten),
    ...requirementBlocks(filed, dossier.trace, notWritten),
    ...failureBlocks(filed, dossier, notWritten),
  ];
  return [
    { kind: 'heading', level: 2, text: draft ? `${nameOf(filed)} (draft)` : nameOf(filed), anchor: itemAnchor(filed) },
    ...(draft ? [notice] : []),
    ...(draft ? gatherUnwritten(judged) : judged),
    ...findingBlocks(item, dossier),
    ...anomalyBlocks(item, dossier),
  ];
}
