import { documentationText } from '../../base/judgement/documentation-text.ts';
import { inheritedTexts } from '../../base/judgement/inherited-texts.ts';
import { judgementOf } from '../../base/judgement/judgement-of.ts';
import { riskTransferText } from '../../base/judgement/risk-transfer-text.ts';
import { segregationText } from '../../base/judgement/segregation-text.ts';
import { supportText } from '../../base/judgement/support-text.ts';
import { usageTexts } from '../../base/judgement/usage-texts.ts';
import type { Cell } from '../../model/document.ts';
import type { ItemEntry } from '../../model/dossier.ts';
import type { Inheritable } from '../../model/records/inheritance.ts';
import { below, placeIn } from '../cells.ts';
import type { NotWritten } from './missing.ts';

/** A line of facts of an item. */
export type FactRow = readonly [label: string, cells: readonly Cell[]];

/** Who uses the item by its record, with what files and sources show set against it (5.3.2). */
export function usedByRows({ filed, usage }: ItemEntry, notWritten: NotWritten): readonly FactRow[] {
  const place = placeIn(filed, 'usedBy');
  const { usedBy } = filed.record;
  if (usedBy.length === 0) return whereAsked('Used by (5.3.2)', notWritten(place));
  return [['Used by (5.3.2)', below(usageTexts(usedBy, usage).map(({ text, tone }) => ({ text, tone, place })))]];
}

/** A row for what is not written, where a rule asks for it: the short form of a record stays short here, too. */
function whereAsked(label: string, none: Cell): readonly FactRow[] {
  return none.tone === 'bad' ? [[label, [none]]] : [];
}

/** What the item takes from other records; no row where it takes nothing. */
export function inheritsRows({ filed, inheritance }: ItemEntry): readonly FactRow[] {
  if (filed.record.inherits.length === 0) return [];
  const cells = inheritedTexts(filed.record, inheritance).map(({ text, isHeld }, index): Cell => {
    const place = placeIn(filed, 'inherits', index);
    return isHeld ? { text, place } : { text, place, tone: 'bad' };
  });
  return [['Inherits', below(cells)]];
}

/** How the item is kept apart, documented, supported and who bears its security: its own judgement or an inherited one. */
export function judgementRows(
  item: ItemEntry,
  notWritten: NotWritten,
  nameOfPerson: (id: string) => string,
): readonly FactRow[] {
  const cell = <Key extends Inheritable>(
    key: Key,
    inWords: (stated: NonNullable<ReturnType<typeof judgementOf<Key>>>['stated']) => string,
  ): readonly Cell[] => {
    const place = placeIn(item.filed, key);
    const judgement = judgementOf(item, key);
    if (judgement === undefined) return [notWritten(place)];
    const { stated, from } = judgement;
    const text = inWords(stated);
    return from === undefined
      ? [{ text, place }]
      : below([
          { text, place: placeIn(item.filed, 'inherits') },
          { text: `by the record of ${from}`, tone: 'quiet' },
        ]);
  };
  const stated = (label: string, key: Inheritable, cells: readonly Cell[]): readonly FactRow[] =>
    judgementOf(item, key) === undefined ? whereAsked(label, notWritten(placeIn(item.filed, key))) : [[label, cells]];
  return [
    ...stated('Segregation (5.3.5)', 'segregation', cell('segregation', segregationText)),
    ...stated(
      'Documentation',
      'documentation',
      cell('documentation', (judged) => documentationText(judged, nameOfPerson)),
    ),
    ['Support', cell('support', supportText)],
    ['Category (81001-5-1)', cell('security', (judged) => riskTransferText(judged, nameOfPerson))],
  ];
}
