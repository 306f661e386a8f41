import type { Block } from '../model/document.ts';
import type { Dossier, ItemEntry } from '../model/dossier.ts';
import { itemAnchor, nameOf, placeIn, sortedBy, stacked } from './cells.ts';
import { failureBlocks } from './soup-list-failures.ts';
import { itemFacts } from './soup-list-item-facts.ts';
import { missingParts } from './soup-list-missing.ts';
import { requirementBlocks } from './soup-list-requirements.ts';

/** Section 2: the record of each SOUP item, after a table that leads to them. */
export function itemSection(dossier: Dossier): readonly Block[] {
  const heading: Block = { kind: 'heading', level: 1, text: 'SOUP items', anchor: 'items' };
  if (dossier.items.length === 0) {
    return [heading, { kind: 'notice', tone: 'bad', text: 'There is no record of any SOUP item yet.' }];
  }
  const items = sortedBy(dossier.items, ({ filed }) => [nameOf(filed).toLowerCase(), filed.file].join('\0'));
  return [heading, overview(items), ...items.flatMap((item) => itemBlocks(item, dossier))];
}

function overview(items: readonly ItemEntry[]): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'SOUP item', width: 20 },
      { title: 'Designator', width: 22 },
      { title: 'Versions in use', width: 16 },
      { title: 'Class', width: 9 },
      { title: 'Record', width: 11 },
      { title: 'Not written yet', width: 30 },
    ],
    rows: items.map((item) => {
      const { filed, own } = item;
      const missing = missingParts(filed.record);
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
        missing.length === 0 ? { text: 'nothing is missing', tone: 'good' } : { text: missing.join(', '), tone: 'bad' },
      ];
    }),
  };
}

function itemBlocks(item: ItemEntry, dossier: Dossier): readonly Block[] {
  const { filed } = item;
  const draft = filed.record.status === 'draft';
  const notice: Block = {
    kind: 'notice',
    tone: 'doubt',
    text: 'Draft: this record was proposed and waits for a person to confirm it.',
  };
  return [
    { kind: 'heading', level: 2, text: draft ? `${nameOf(filed)} (draft)` : nameOf(filed), anchor: itemAnchor(filed) },
    ...(draft ? [notice] : []),
    itemFacts(item, dossier),
    ...requirementBlocks(filed),
    ...failureBlocks(filed, dossier.riskFile),
  ];
}
