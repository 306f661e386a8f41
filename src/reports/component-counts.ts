import { safetyClasses } from '../model/risks/grading.ts';
import type { Block, Cell, Column } from '../model/document.ts';
import type { Dossier } from '../model/dossier.ts';
import type { Account, Entry } from '../model/entry.ts';

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

/** Counts components by the way that they are accounted for. */
export function byAccount(entries: readonly Entry[]): Block {
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

/** Counts components by the software items that claim them; one may be claimed by several. */
export function bySoftwareItem({ device, software, entries }: Dossier): Block {
  const unclaimed = entries.filter(({ claimedBy }) => claimedBy.length === 0);
  const items = software.map(({ item, path, class: inForce }, index) => {
    const members = entries.filter(({ claimedBy }) => claimedBy.includes(item));
    const name = {
      text: path.map((one) => one.name).join(' › '),
      place: { file: device.file, keyPath: ['softwareItems', index] },
    };
    return countRow([name, { text: inForce }, { text: String(members.length) }], members);
  });
  const none = countRow(
    [
      { text: 'claimed by no software item' },
      { text: 'none: counts as C' },
      { text: String(unclaimed.length), tone: unclaimed.length > 0 ? 'doubt' : 'plain' },
    ],
    unclaimed,
  );
  return {
    kind: 'table',
    columns: countColumns({ title: 'Software item', width: 28 }, { title: 'Class', width: 12 }),
    rows: [...items, none],
  };
}

/** Counts components by their highest class. */
export function byClass(entries: readonly Entry[]): Block {
  const classes = [...safetyClasses.grades.toReversed(), undefined];
  return {
    kind: 'table',
    columns: countColumns({ title: 'Highest class of a component', width: 40 }),
    rows: classes.map((itsClass) => {
      const members = entries.filter((entry) => entry.class === itsClass);
      const text = itsClass ?? 'none: no software item claims it, counts as C';
      return countRow([{ text }, { text: String(members.length) }], members);
    }),
  };
}

function countColumns(...first: readonly Column[]): readonly Column[] {
  return [...first, { title: 'Components', width: 12 }, ...accounts.map(({ title }) => ({ title, width: 11 }))];
}

function countRow(first: readonly Cell[], members: readonly Entry[]): readonly Cell[] {
  return [...first, ...accounts.map(({ kind }) => countCell(members, kind))];
}

function countCell(entries: readonly Entry[], kind: Kind): Cell {
  const count = entries.filter(({ account }) => account.kind === kind).length;
  return { text: String(count), tone: kind === 'unaccounted' && count > 0 ? 'bad' : 'plain' };
}
