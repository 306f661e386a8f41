import { counted } from '../../base/counted.ts';
import { UsageError } from '../../base/errors.ts';
import { formatPurl, packageOf, parsePurl } from '../../base/packages/purl.ts';
import { nearestKeys } from '../../base/nearest-key.ts';
import type { Component } from '../../model/component.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { Host } from '../host.ts';
import { openDossier } from '../open-dossier.ts';
import { reasonsFor, type Reasons } from './reasons-for.ts';

/** Explains each component that a package URL, with or without version, or a bare name means. Throws `UsageError` for none. */
export async function why(host: Host, wanted: string): Promise<readonly Reasons[]> {
  const { dossier } = await openDossier(host, { usage: true, licences: true });
  if (dossier === undefined)
    throw new UsageError('the records cannot be loaded', 'Run `tureen check` and mend what it shows first.');
  if (wanted.startsWith('pkg:') && parsePurl(wanted) === undefined)
    throw new UsageError(
      `"${wanted}" is no package URL`,
      'Write pkg:<type>/<name>, such as pkg:npm/react, or the bare name.',
    );
  const spelt = canonical(wanted);
  const entries = dossier.entries.filter(({ component }) => isMeant(component, spelt));
  if (entries.length === 0) throw new UsageError(`nothing here is "${wanted}"`, helpFor(dossier, wanted));
  return entries.map((entry) => reasonsFor(dossier, entry));
}

/** A package URL as the inventory spells it; people write `pkg:npm/@babel/core`, which the grammar wants escaped. */
function canonical(wanted: string): string {
  const parts = parsePurl(wanted);
  return parts === undefined ? wanted : formatPurl(parts);
}

function isMeant({ purl, name, version }: Component, wanted: string): boolean {
  if (!wanted.startsWith('pkg:'))
    return [name, `${name}@${version ?? ''}`].some((known) => known.toLowerCase() === wanted.toLowerCase());
  const bare = purl.split(/[?#]/)[0];
  return purl === wanted || bare === wanted || packageOf(purl) === wanted;
}

function helpFor(dossier: Dossier, wanted: string): string {
  const word = (wanted.split('/').at(-1) ?? wanted).split('@')[0]?.toLowerCase() ?? '';
  const holding = dossier.entries.filter(
    ({ component }) => word.length > 2 && component.name.toLowerCase().includes(word),
  );
  const near = (holding.length > 0 ? holding : spelledAlike(dossier, word)).slice(0, 5);
  const unread = dossier.inventory.files.filter(({ status }) => status === 'not-understood').length;
  if (near.length === 0 && unread > 0)
    return `${counted(unread, 'file was', 'files were')} not understood, and it may stand there: see \`tureen scan\`.`;
  if (near.length === 0) return 'See `tureen scan` for everything that was found.';
  return `Did you mean ${near.map(({ component }) => component.purl).join(', ')}?`;
}

function spelledAlike({ entries }: Dossier, word: string): Dossier['entries'] {
  const [nearest] = nearestKeys(word, [...new Set(entries.map(({ component }) => component.name.toLowerCase()))]);
  return entries.filter(({ component }) => component.name.toLowerCase() === nearest);
}
