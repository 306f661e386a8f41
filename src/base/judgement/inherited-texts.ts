import type { ItemInheritance } from '../../model/item-inheritance.ts';
import type { SoupItem } from '../../model/records/soup-item.ts';

/** A line on judgements that are taken from another record, and whether all of them are stated there. */
export type InheritedText = { readonly text: string; readonly isHeld: boolean };

/** What a SOUP item takes from the records of others, a line for each, with what of it leads nowhere. */
export function inheritedTexts({ inherits }: SoupItem, { faults }: ItemInheritance): readonly InheritedText[] {
  return inherits.map(({ from, judgements, reason }, index) => {
    const lost = faults.filter((fault) => fault.index === index).map(({ judgement }) => judgement);
    const note = lost.length === 0 ? '' : `; does not hold: ${lost.join(', ')}`;
    return { text: `${judgements.join(', ')} as ${from}: ${reason}${note}`, isHeld: lost.length === 0 };
  });
}
