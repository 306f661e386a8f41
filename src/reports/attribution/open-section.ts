import { counted } from '../../base/counted.ts';
import type { Block } from '../../model/document.ts';
import { nameText, originText, type Shipped } from './shipped.ts';

/** The components for which there is no text; nobody may take them for attributed. */
export function openSection(open: readonly Shipped[]): readonly Block[] {
  if (open.length === 0) return [];
  const rows = open.map((one) => [
    { text: nameText(one), code: true },
    { text: one.licence ?? 'nobody states one' },
    { text: originText(one) },
  ]);
  const columns = [
    { title: 'Component', width: 3 },
    { title: 'Licence as stated', width: 3 },
    { title: 'Source', width: 4 },
  ];
  return [
    { kind: 'heading', level: 1, text: 'Open: no licence text is known' },
    {
      kind: 'notice',
      tone: 'bad',
      text: `This document is not complete. Of ${counted(open.length, 'component')}, listed here, neither a licence file nor a licence of the SPDX list is known.`,
    },
    { kind: 'table', columns, rows },
  ];
}
