import type { Component } from '../model/component.ts';
import type { Block, Cell, Column } from '../model/document.ts';
import type { Account, Dossier, Entry } from '../model/dossier.ts';
import { itemAnchor, nameOf, placeIn, placeText, sortedBy, stacked } from './cells.ts';

/** Section 3: every component of the inventory in one table, by name, with the lines that it was found at. */
export function componentSection({ entries }: Dossier): readonly Block[] {
  return section('Every component', 'components', entries, {
    none: { tone: 'bad', text: 'No component was found.' },
    columns: [
      title('Component', 17),
      title('Version', 10),
      title('Type', 4),
      title('Class', 6),
      title('Scope', 12),
      title('Account', 9),
      title('Because', 22),
      title('Found at', 20),
      title('Licence', 12),
    ],
    row: (entry) => [
      { ...nameCell(entry), anchor: `component/${entry.component.purl}` },
      versionCell(entry.component),
      { text: entry.component.type },
      classCell(entry),
      scopeCell(entry),
      accountCell(entry.account),
      reasonCell(entry.account),
      foundCell(entry.component),
      licenceCell(entry.component),
    ],
  });
}

/** Section 4: what does not execute in the delivered product, with the evidence for that. */
export function toolSection({ entries }: Dossier): readonly Block[] {
  const tools = entries.filter(({ account }) => account.kind === 'tool');
  return section('Tools', 'tools', tools, {
    none: { tone: 'plain', text: 'No component is accounted for as a tool.' },
    columns: [
      title('Tool', 18),
      title('Version', 9),
      title('Type', 6),
      title('Decided by', 9),
      title('Evidence', 36),
      title('Found at', 22),
    ],
    row: (entry) => [
      nameCell(entry),
      versionCell(entry.component),
      { text: entry.component.type },
      { text: entry.use.decidedBy === 'files' ? 'the files' : 'a person' },
      { text: entry.account.kind === 'tool' ? entry.account.evidence : entry.use.reason },
      foundCell(entry.component),
    ],
  });
}

/** Section 5: the product's own packages, which are no SOUP. */
export function ownPackageSection({ entries }: Dossier): readonly Block[] {
  const own = entries.filter(({ account }) => account.kind === 'first-party');
  return section("The product's own packages", 'own-packages', own, {
    none: { tone: 'plain', text: 'The files name no package of the product itself.' },
    columns: [
      title('Package', 26),
      title('Version', 12),
      title('Type', 8),
      title('Class', 8),
      title('Software items', 22),
      title('Found at', 24),
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

/** Section 6: what nobody has accounted for yet. */
export function redListSection({ entries }: Dossier): readonly Block[] {
  const red = entries.filter(({ account }) => account.kind === 'unaccounted');
  return section('Red list', 'red-list', red, {
    none:
      entries.length === 0
        ? { tone: 'bad', text: 'No component was found, so nothing could be accounted for.' }
        : { tone: 'good', text: 'Nothing is on the red list: every component is accounted for.' },
    columns: [
      title('Component', 20),
      title('Version', 10),
      title('Type', 7),
      title('Class', 7),
      title('Scope', 14),
      title('Why', 22),
      title('Found at', 20),
    ],
    row: (entry) => [
      nameCell(entry),
      versionCell(entry.component),
      { text: entry.component.type },
      classCell(entry),
      scopeCell(entry),
      { text: entry.account.kind === 'unaccounted' ? entry.account.reason : '', tone: 'bad' },
      foundCell(entry.component),
    ],
  });
}

type Look = {
  readonly none: { readonly tone: 'plain' | 'good' | 'bad'; readonly text: string };
  readonly columns: readonly Column[];
  readonly row: (entry: Entry) => readonly Cell[];
};

function section(
  text: string,
  anchor: string,
  entries: readonly Entry[],
  { none, columns, row }: Look,
): readonly Block[] {
  const heading: Block = { kind: 'heading', level: 1, text, anchor };
  if (entries.length === 0) return [heading, { kind: 'notice', ...none }];
  return [heading, { kind: 'table', columns, rows: byName(entries).map(row) }];
}

function title(title: string, width: number): Column {
  return { title, width };
}

/** By name as people look it up, then by what tells namesakes apart; a NUL sorts before any letter. */
function byName(entries: readonly Entry[]): readonly Entry[] {
  return sortedBy(entries, ({ component: { name, version, purl } }) =>
    [name.toLowerCase(), version ?? '', purl].join('\0'),
  );
}

function nameCell({ component: { name, foundAt } }: Entry): Cell {
  const place = foundAt[0];
  return { text: name, code: true, ...(place && { place }) };
}

function versionCell({ version, pinning }: Component): Cell {
  if (version === undefined) {
    return pinning.kind === 'exact'
      ? { text: 'not told', tone: 'doubt' }
      : { text: `none: asked for as ${pinning.asked || 'anything'}`, tone: 'bad' };
  }
  if (pinning.kind === 'exact') return { text: version, code: true };
  return { text: `${version}, not pinned: asked for as ${pinning.asked || 'anything'}`, tone: 'bad' };
}

function classCell(entry: Entry): Cell {
  return entry.class === undefined ? { text: 'none, so C', tone: 'doubt' } : { text: entry.class };
}

function scopeCell({ use }: Entry): Cell {
  const tone = use.scope === 'unknown' ? 'doubt' : 'plain';
  return {
    text: use.decidedBy === 'files' ? `${use.scope}, by files` : `${use.scope}, by a person: ${use.reason}`,
    tone,
  };
}

function accountCell(account: Account): Cell {
  switch (account.kind) {
    case 'own':
      return { text: 'own record', link: itemAnchor(account.item) };
    case 'covered':
      return { text: 'covered', link: itemAnchor(account.item) };
    case 'tool':
      return { text: 'tool' };
    case 'first-party':
      return { text: 'own package' };
    case 'unaccounted':
      return { text: 'red list', tone: 'bad' };
  }
}

function reasonCell(account: Account): Cell {
  switch (account.kind) {
    case 'own':
      return { text: nameOf(account.item), place: { file: account.item.file } };
    case 'covered':
      return { text: `covered by ${nameOf(account.item)}: ${account.reason}`, place: placeIn(account.item, 'covers') };
    case 'tool':
      return { text: account.evidence };
    case 'first-party':
      return { text: 'a package of the product itself' };
    case 'unaccounted':
      return { text: account.reason };
  }
}

function foundCell({ foundAt }: Component): Cell {
  const place = foundAt[0];
  if (place === undefined) return { text: 'no file told', tone: 'bad' };
  return { text: stacked(foundAt.map(placeText)), place, code: true };
}

function licenceCell({ licences }: Component): Cell {
  const place = licences[0]?.at;
  if (place === undefined) return { text: 'not told', tone: 'quiet' };
  return { text: stacked([...new Set(licences.map(({ expression }) => expression))]), place };
}

function softwareItemsCell({ claimedBy }: Entry): Cell {
  return claimedBy.length === 0
    ? { text: 'none', tone: 'doubt' }
    : { text: claimedBy.map(({ name }) => name).join(', ') };
}
