import { parseSpdxExpression } from '../../base/licences/spdx-expression.ts';
import type { Dossier, Entry } from '../../model/dossier.ts';
import type { LicenceFile } from '../../model/licences/licence-files.ts';
import { sortedBy } from '../cells.ts';

/** A component that is delivered, the licence that holds for it, and its licence files. */
export type Shipped = {
  readonly entry: Entry;
  /** The expression, or what is stated instead; `undefined` where nobody states anything. */
  readonly licence: string | undefined;
  /** The identifiers in the expression; empty where it is none. */
  readonly ids: readonly string[];
  readonly files: readonly LicenceFile[];
};

/** The components that others get with the device: no tools, nothing of the manufacturer's own; sorted by name. */
export function shipped(dossier: Dossier): readonly Shipped[] {
  const { entries, licensing, licenceFiles } = dossier;
  const judged = new Map(licensing.judged.map(({ entry, licence }) => [entry, licence]));
  const found = entries
    .filter(
      ({ account, use }) => account.kind !== 'tool' && account.kind !== 'first-party' && use.scope !== 'development',
    )
    .map((entry): Shipped => {
      const held = judged.get(entry);
      const licence = held === undefined || held.from === 'nobody' ? undefined : held.text;
      const terms = licence === undefined ? [] : (parseSpdxExpression(licence)?.postfix ?? []);
      const files = licenceFiles.kind === 'looked' ? (licenceFiles.of.get(entry.component.purl) ?? []) : [];
      return {
        entry,
        licence,
        ids: [...new Set(terms.flatMap((term) => (typeof term === 'object' ? term.id : [])))],
        files,
      };
    });
  return sortedBy(found, ({ entry: { component } }) => `${component.name.toLowerCase()}\0${component.purl}`);
}

/** A component as an attribution names it. */
export function nameText({ entry: { component } }: Shipped): string {
  return component.version === undefined ? component.name : `${component.name} ${component.version}`;
}

/** Where a component comes from, as the files tell. */
export function originText({ entry: { component } }: Shipped): string {
  return component.homepage ?? component.repository ?? component.download ?? component.purl;
}
