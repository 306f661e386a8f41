import type { Component } from '../model/component.ts';
import type { Cell } from '../model/document.ts';
import type { Account, Entry } from '../model/entry.ts';
import { beginning, itemAnchor, nameOf, placeIn, placeText, stacked } from './cells.ts';

/** The name of a component, which knows the first line that it was found at. */
export function nameCell({ component: { name, foundAt } }: Entry): Cell {
  const place = foundAt[0];
  return { text: name, code: true, ...(place && { place }) };
}

/** The version of a component; one that no file fixes says what was asked for. */
export function versionCell({ version, pinning }: Component): Cell {
  if (version === undefined) {
    return pinning.kind === 'exact'
      ? { text: 'not told', tone: 'doubt' }
      : { text: `none: asked for as ${pinning.asked || 'anything'}`, tone: 'bad' };
  }
  if (pinning.kind === 'exact') return { text: version, code: true };
  return { text: `${version}, not pinned: asked for as ${pinning.asked || 'anything'}`, tone: 'bad' };
}

/** The class of a component; what nobody claims counts as C (4.3). */
export function classCell(entry: Entry): Cell {
  return entry.class === undefined ? { text: 'none, so C', tone: 'doubt' } : { text: entry.class };
}

/** Who decided how a component is used. */
export const deciders = { files: 'the files', person: 'a person', tool: 'its tool' } as const;

/** How a component is used, and who decided that. */
export function scopeCell({ use }: Entry): Cell {
  const tone = use.scope === 'unknown' ? 'doubt' : 'plain';
  return {
    text: `${use.scope}, by ${deciders[use.decidedBy]}`,
    tone,
  };
}

/** How a component is accounted for, leading to the record that does it. */
export function accountCell(account: Account): Cell {
  if (account.kind === 'own' || account.kind === 'covered') {
    return { text: account.kind === 'own' ? 'own record' : 'covered', link: itemAnchor(account.item) };
  }
  if (account.kind === 'unaccounted') return { text: 'red list', tone: 'bad' };
  return { text: account.kind === 'tool' ? 'tool' : 'own package' };
}

/** Why a component is accounted for as it is, of a long reason its beginning. */
export function briefReasonCell(account: Account): Cell {
  const cell = reasonCell(account);
  return { ...cell, text: beginning(cell.text, 70) };
}

/** Why a component is accounted for as it is, in full. */
export function reasonCell(account: Account): Cell {
  if (account.kind === 'own') return { text: nameOf(account.item), place: { file: account.item.file } };
  if (account.kind === 'covered') {
    return { text: `covered by ${nameOf(account.item)}: ${account.reason}`, place: placeIn(account.item, 'covers') };
  }
  if (account.kind === 'first-party') return { text: 'a package of the product itself' };
  return { text: account.kind === 'tool' ? account.evidence : account.reason };
}

/** Every line that a component was found at. */
export function foundCell({ foundAt }: Component): Cell {
  const place = foundAt[0];
  if (place === undefined) return { text: 'no file told', tone: 'bad' };
  return { text: stacked(foundAt.map(placeText)), place, code: true };
}

/** The licences that the files state for a component. */
export function licenceCell({ licences }: Component): Cell {
  const place = licences[0]?.at;
  if (place === undefined) return { text: 'not told', tone: 'quiet' };
  return { text: stacked([...new Set(licences.map(({ expression }) => expression))]), place };
}

/** The software items that claim a component. */
export function softwareItemsCell({ claimedBy }: Entry): Cell {
  return claimedBy.length === 0
    ? { text: 'none', tone: 'doubt' }
    : { text: claimedBy.map(({ name }) => name).join(', ') };
}
