import { parseSpdxExpression } from '../../base/licences/parse-spdx-expression.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { Entry } from '../../model/entry.ts';
import type { JudgedText } from '../../model/licences/licensing.ts';
import type { LicenceFile, LicenceFiles } from '../../model/licences/licence-files.ts';
import { sortedBy } from '../cells.ts';

/** A component that is delivered, the licence that holds for it, and its licence files. */
export type Shipped = {
  readonly entry: Entry;
  /** The expression, or what is stated instead; `undefined` where nobody states anything. */
  readonly licence: string | undefined;
  /** Whose word it is, in words. */
  readonly whoseWord: string;
  /** What its own texts are, where that is sure: a fact of its own beside what is declared and what a person concluded. */
  readonly detected: readonly string[];
  /** What its installed package states, which is no part of the repository. */
  readonly installed: readonly string[];
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
        whoseWord: whoseWord[held?.from ?? 'nobody'],
        detected: detectedIn(files),
        installed: statedByInstalled(licenceFiles, entry.component.purl),
        ids: [...new Set(terms.flatMap((term) => (typeof term === 'object' ? term.id : [])))],
        files,
      };
    });
  return sortedBy(found, ({ entry: { component } }) => `${component.name.toLowerCase()}\0${component.purl}`);
}

const whoseWord: Readonly<Record<JudgedText['from'], string>> = {
  concluded: 'concluded by a person',
  covering: 'concluded by a person for the record that covers it',
  declared: 'as declared',
  'concluded-by-others': 'as concluded by others',
  nobody: 'nobody states one',
};

function statedByInstalled(found: LicenceFiles, purl: string): readonly string[] {
  const facts = found.kind === 'looked' ? (found.installed.get(purl) ?? []) : [];
  return [...new Set(facts.filter(({ fact }) => fact === 'licence').map(({ value }) => value))];
}

function detectedIn(files: readonly LicenceFile[]): readonly string[] {
  const sure = files
    .filter(({ kind }) => kind === 'licence')
    .flatMap(({ detected }) => detected.filter(({ doubt }) => doubt === undefined))
    .flatMap(({ candidates: [best] }) => best?.id ?? []);
  return [...new Set(sure)];
}

/** A component as an attribution names it. */
export function nameText({ entry: { component } }: Shipped): string {
  return component.version === undefined ? component.name : `${component.name} ${component.version}`;
}

/** Where a component comes from, as the files tell. */
export function originText({ entry: { component } }: Shipped): string {
  return component.homepage ?? component.repository ?? component.download ?? component.purl;
}
