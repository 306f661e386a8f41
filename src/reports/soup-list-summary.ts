import type { Block, Cell } from '../model/document.ts';
import type { Account, Dossier, Entry } from '../model/dossier.ts';
import { counted } from './cells.ts';
import { evaluationBlocks } from './soup-list-evaluation.ts';

/** Section 1: what is in the product, counted by account, software item and class, and what is known of anomalies. */
export function summarySection(dossier: Dossier): readonly Block[] {
  return [
    { kind: 'heading', level: 1, text: 'Summary', anchor: 'summary' },
    ...verdict(dossier),
    { kind: 'heading', level: 2, text: 'How the components are accounted for', anchor: 'accounts' },
    byAccount(dossier.entries),
    { kind: 'heading', level: 2, text: 'Software items and safety classes', anchor: 'software-items' },
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
          text: `${counted(redList, 'component')} on the red list: nobody has accounted for it yet.`,
        };
  return [found, state];
}

type Kind = Account['kind'];

const accounts: readonly {
  readonly kind: Kind;
  readonly title: string;
  readonly meaning: string;
  readonly link: string;
}[] = [
  { kind: 'own', title: 'own record', meaning: 'SOUP item with a record about its package', link: 'items' },
  {
    kind: 'covered',
    title: 'covered',
    meaning: 'SOUP that the record of another item answers for, with a reason',
    link: 'components',
  },
  {
    kind: 'tool',
    title: 'tool',
    meaning: 'does not execute in the delivered product, with the evidence for that',
    link: 'tools',
  },
  { kind: 'first-party', title: 'own package', meaning: "the product's own; no SOUP", link: 'own-packages' },
  { kind: 'unaccounted', title: 'red list', meaning: 'nobody has accounted for it yet', link: 'red-list' },
];

function byAccount(entries: readonly Entry[]): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'Account', width: 20 },
      { title: 'Components', width: 14 },
      { title: 'Meaning', width: 66 },
    ],
    rows: [
      ...accounts.map(({ kind, title, meaning, link }) => [
        { text: title, link },
        countCell(entries, kind),
        { text: meaning },
      ]),
      [{ text: 'all' }, { text: String(entries.length) }, { text: 'rows in the list of components' }],
    ],
  };
}

function bySoftwareItem({ device, entries }: Dossier): Block {
  const rows = device.record.softwareItems.map((item, index) => ({
    name: { text: item.name, place: { file: device.file, keyPath: ['softwareItems', index] } },
    class: { text: item.class },
    members: entries.filter(({ claimedBy }) => claimedBy.some(({ id }) => id === item.id)),
  }));
  const unclaimed = entries.filter(({ claimedBy }) => claimedBy.length === 0);
  const none = {
    name: { text: 'claimed by no software item' },
    class: { text: 'none: counts as C' },
    members: unclaimed,
  };
  return {
    kind: 'table',
    columns: [
      { title: 'Software item', width: 28 },
      { title: 'Class', width: 12 },
      { title: 'Components', width: 12 },
      ...accounts.map(({ title }) => ({ title, width: 11 })),
    ],
    rows: [...rows, none].map(({ name, class: itsClass, members }) => [
      name,
      itsClass,
      { text: String(members.length), tone: members === unclaimed && members.length > 0 ? 'doubt' : 'plain' },
      ...accounts.map(({ kind }) => countCell(members, kind)),
    ]),
  };
}

function byClass(entries: readonly Entry[]): Block {
  const classes = ['C', 'B', 'A', undefined] as const;
  return {
    kind: 'table',
    columns: [
      { title: 'Highest class of a component', width: 40 },
      { title: 'Components', width: 12 },
      ...accounts.map(({ title }) => ({ title, width: 11 })),
    ],
    rows: classes.map((itsClass) => {
      const members = entries.filter((entry) => entry.class === itsClass);
      return [
        { text: itsClass ?? 'none: no software item claims it, counts as C' },
        { text: String(members.length) },
        ...accounts.map(({ kind }) => countCell(members, kind)),
      ];
    }),
  };
}

function countCell(entries: readonly Entry[], kind: Kind): Cell {
  const count = entries.filter(({ account }) => account.kind === kind).length;
  return { text: String(count), tone: kind === 'unaccounted' && count > 0 ? 'bad' : 'plain' };
}
