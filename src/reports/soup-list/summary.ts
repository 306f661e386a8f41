import { counted } from '../../base/counted.ts';
import type { Block } from '../../model/document.ts';
import type { Dossier } from '../../model/dossier.ts';
import { byAccount, byClass, bySoftwareItem } from '../component-counts.ts';
import { softwareItemTree } from './software-items.ts';
import { evaluationBlocks } from './evaluation.ts';

/** Section 1: what is in the product, counted by account, software item and class, and what is known of anomalies. */
export function summarySection(dossier: Dossier): readonly Block[] {
  return [
    { kind: 'heading', level: 1, text: 'Summary', anchor: 'summary' },
    ...verdict(dossier),
    { kind: 'heading', level: 2, text: 'How the components are accounted for', anchor: 'accounts' },
    byAccount(dossier.entries),
    { kind: 'heading', level: 2, text: 'Software items and safety classes', anchor: 'software-items' },
    ...softwareItemTree(dossier),
    bySoftwareItem(dossier),
    byClass(dossier.entries),
    ...evaluationBlocks(dossier),
  ];
}

function verdict({ entries, inventory }: Dossier): readonly Block[] {
  const read = inventory.files.filter(({ status }) => status === 'read').length;
  if (entries.length === 0) {
    const text = `No component was found in ${counted(read, 'file')}. That is no result: see which files were read.`;
    return [{ kind: 'notice', tone: 'bad', text }];
  }
  const redList = entries.filter(({ account }) => account.kind === 'unaccounted').length;
  const found: Block = {
    kind: 'paragraph',
    cells: [
      { text: `${counted(entries.length, 'component')} found in ` },
      { text: counted(read, 'file'), link: 'files' },
      { text: '. Every one of them stands in ' },
      { text: 'the list of components', link: 'components' },
      { text: ' with the line that it was found at.' },
    ],
  };
  const state: Block =
    redList === 0
      ? { kind: 'notice', tone: 'good', text: 'Every component is accounted for.' }
      : {
          kind: 'notice',
          tone: 'bad',
          text: `${counted(redList, 'component')} on the red list: nobody has accounted for ${redList === 1 ? 'it' : 'them'} yet.`,
        };
  return [found, state];
}
