import type { Block } from '../../model/document.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { Entry } from '../../model/entry.ts';
import { sortedBy } from '../cells.ts';
import {
  accountCell,
  briefReasonCell,
  classCell,
  deciders,
  foundCell,
  licenceCell,
  nameCell,
  reasonCell,
  scopeCell,
  softwareItemsCell,
  versionCell,
} from '../entry-cells.ts';
import { column, entrySection } from '../entry-section.ts';

/** Section 4: every component of the inventory in one table, by name, with the lines that it was found at. */
export function componentSection({ entries }: Dossier): readonly Block[] {
  return [...componentList(entries), ...decidedScopes(entries)];
}

function componentList(entries: readonly Entry[]): readonly Block[] {
  return entrySection('Every component', 'components', entries, {
    note: 'A reason that ends in … stands in full in the section of its record, or among the tools.',
    none: { tone: 'bad', text: 'No component was found.' },
    columns: [
      column('Component', 19),
      column('Version', 9.5),
      column('Type', 4),
      column('Class', 4.5),
      column('Scope', 15.5),
      column('Account', 7),
      column('Because', 22),
      column('Found at', 19.5),
      column('Licence', 9),
    ],
    row: (entry) => [
      { ...nameCell(entry), anchor: `component/${entry.component.purl}` },
      versionCell(entry.component),
      { text: entry.component.type },
      classCell(entry),
      scopeCell(entry),
      accountCell(entry.account),
      briefReasonCell(entry.account),
      foundCell(entry.component),
      licenceCell(entry.component),
    ],
  });
}

/** A person decides for many components at once, so the reasons stand once. */
function decidedScopes(entries: readonly Entry[]): readonly Block[] {
  const decided = entries.filter(({ use }) => use.decidedBy === 'person');
  if (decided.length === 0) return [];
  const groups = Map.groupBy(decided, ({ use }) => `${use.scope}\0${use.reason}`);
  return [
    { kind: 'heading', level: 2, text: 'Scopes that a person decided', anchor: 'decided-scopes' },
    {
      kind: 'table',
      columns: [column('Scope', 12), column('Components', 10), column('Reason', 78)],
      rows: sortedBy([...groups], ([key]) => key).flatMap(([, [first, ...others]]) =>
        first === undefined
          ? []
          : [[{ text: first.use.scope }, { text: String(others.length + 1) }, { text: first.use.reason }]],
      ),
    },
  ];
}

/** Section 5: what does not execute in the delivered product, with the evidence for that. */
export function toolSection({ entries }: Dossier): readonly Block[] {
  const tools = entries.filter(({ account }) => account.kind === 'tool');
  return entrySection('Tools', 'tools', tools, {
    none: { tone: 'plain', text: 'No component is accounted for as a tool.' },
    columns: [
      column('Tool', 24),
      column('Version', 12),
      column('Type', 4),
      column('Decided by', 8),
      column('Evidence', 30),
      column('Found at', 22),
    ],
    row: (entry) => [
      nameCell(entry),
      versionCell(entry.component),
      { text: entry.component.type },
      { text: deciders[entry.use.decidedBy] },
      reasonCell(entry.account),
      foundCell(entry.component),
    ],
  });
}

/** Section 6: the product's own packages, which are no SOUP. */
export function ownPackageSection({ entries }: Dossier): readonly Block[] {
  const own = entries.filter(({ account }) => account.kind === 'first-party');
  return entrySection("The product's own packages", 'own-packages', own, {
    none: { tone: 'plain', text: 'The files name no package of the product itself.' },
    columns: [
      column('Package', 26),
      column('Version', 12),
      column('Type', 8),
      column('Class', 8),
      column('Software items', 22),
      column('Found at', 24),
    ],
    row: (entry) => [
      nameCell(entry),
      versionCell(entry.component),
      { text: entry.component.type },
      classCell(entry),
      softwareItemsCell(entry),
      foundCell(entry.component),
    ],
  });
}

/** Section 7: what nobody has accounted for yet. */
export function redListSection({ entries }: Dossier): readonly Block[] {
  const red = entries.filter(({ account }) => account.kind === 'unaccounted');
  return entrySection('Red list', 'red-list', red, {
    none:
      entries.length === 0
        ? { tone: 'bad', text: 'No component was found, so nothing could be accounted for.' }
        : { tone: 'good', text: 'Nothing is on the red list: every component is accounted for.' },
    columns: [
      column('Component', 20),
      column('Version', 10),
      column('Type', 7),
      column('Class', 7),
      column('Scope', 14),
      column('Why', 22),
      column('Found at', 20),
    ],
    row: (entry) => [
      nameCell(entry),
      versionCell(entry.component),
      { text: entry.component.type },
      classCell(entry),
      scopeCell(entry),
      { ...reasonCell(entry.account), tone: 'bad' },
      foundCell(entry.component),
    ],
  });
}
