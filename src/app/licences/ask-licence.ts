import { UsageError } from '../../base/errors.ts';
import { classifyLicence, type ClassifiedLicence } from '../../base/licences/classify-licence.ts';
import { judgeLicence, plainPolicy } from '../../base/licences/judging/judge-licence.ts';
import { obligationTexts } from '../../base/licences/knowledge/obligation-texts.ts';
import { readSpdxExpression, type SpdxProblem } from '../../base/licences/read-spdx-expression.ts';
import { formatPurl, packageOf, parsePurl } from '../../base/packages/purl.ts';
import { companyPolicy } from '../../dossier/licences/company-policy.ts';
import type { SoftwareItem } from '../../model/records/software-item.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { LicenceUse } from '../../model/licences/licence-use.ts';
import type { LicenceVerdict, ObligationKind } from '../../model/licences/licence-verdict.ts';
import type { JudgedLicence } from '../../model/licences/licensing.ts';
import { findConflicts } from '../../rules/licences/find-conflicts.ts';
import type { Host } from '../host.ts';
import { openDossier } from '../open-dossier.ts';
import { detectedIn, type DetectedIn } from './detected-in.ts';

/** What a person asks: a package of the inventory or an expression, where it would go, and facts to try. */
export type LicenceQuestion = {
  readonly wanted: string;
  /** The id or name of a software item; all of them when nobody names one. */
  readonly item: string | undefined;
  readonly use: LicenceUse;
};

/** What would follow in one software item. */
export type LicenceAnswer = {
  readonly component: string | undefined;
  readonly licence: {
    readonly text: string;
    readonly from: JudgedLicence['licence']['from'] | 'asked';
    readonly class: ClassifiedLicence['class'];
    readonly suggestion: string | undefined;
    readonly problems: readonly SpdxProblem[];
  };
  readonly declared: readonly string[];
  /** What its installed package states of its licence, where that is beside the lockfile. */
  readonly installed: readonly { readonly value: string; readonly source: string }[];
  /** What its licence files hold. */
  readonly detected: readonly DetectedIn[];
  readonly softwareItem: string | undefined;
  readonly use: LicenceUse;
  readonly verdict: LicenceVerdict;
  readonly owed: readonly { readonly obligation: ObligationKind; readonly asks: string; readonly certain: boolean }[];
  /** With what in the same software item it would not, or might not, go together. */
  readonly conflicts: readonly {
    readonly with: readonly string[];
    readonly certain: boolean;
    readonly why: string;
    readonly source: string;
  }[];
  readonly opinion: string | undefined;
};

/**
 * Answers what follows from a component of the inventory or would follow from adopting a licence. Throws `UsageError` for a
 * package that is not there and for a software item that the device has not.
 */
export async function askLicence(host: Host, question: LicenceQuestion): Promise<readonly LicenceAnswer[]> {
  if (question.wanted.trim() === '')
    throw new UsageError('no package and no licence is named', 'Write one, such as `tureen licence MIT`.');
  const dossier = await dossierOf(host, question);
  const places = softwareItems(dossier, question.item);
  if (!isPackage(dossier, question.wanted))
    return placesFor(question, places).map((place) =>
      answer(dossier, question, place, { text: question.wanted, from: 'asked', declared: [] }),
    );
  const meant = judgedOf(dossier, question.wanted);
  const here = question.item === undefined ? meant : meant.slice(0, 1);
  return here.map((one) => {
    const place = question.item === undefined ? one.softwareItem : places[0];
    const { licence, declared } = one;
    return answer(dossier, question, place, { text: licence.text, from: licence.from, declared, one });
  });
}

async function dossierOf(host: Host, { wanted, item }: LicenceQuestion): Promise<Dossier | undefined> {
  const { files } = await host.files.list();
  const hasDevice = files.some(({ path }) => path === 'tureen.yaml');
  if (!hasDevice && !wanted.startsWith('pkg:') && item === undefined) return undefined;
  const { dossier } = await openDossier(host, { licences: classifyLicence(wanted).expression === undefined });
  if (dossier === undefined)
    throw new UsageError('the records cannot be loaded', 'Run `tureen check` and mend what it shows first.');
  return dossier;
}

/** Of what is no expression nothing can be told anywhere, which is said once. */
function placesFor<T>({ wanted, item }: LicenceQuestion, places: readonly T[]): readonly (T | undefined)[] {
  return item === undefined && classifyLicence(wanted).expression === undefined ? [undefined] : places;
}

/** A package URL, or the bare name of something that ships, unless it is an expression. */
function isPackage(dossier: Dossier | undefined, wanted: string): boolean {
  if (wanted.startsWith('pkg:')) return true;
  if (dossier === undefined || classifyLicence(wanted).expression !== undefined) return false;
  return dossier.licensing.judged.some(({ entry }) => entry.component.name === wanted);
}

function softwareItems(
  dossier: Dossier | undefined,
  wanted: string | undefined,
): readonly (SoftwareItem | undefined)[] {
  const all = dossier?.device.record.softwareItems ?? [];
  if (wanted === undefined) return all.length === 0 ? [undefined] : all;
  const meant = all.filter(({ id, name }) => [id, name].some((word) => word.toLowerCase() === wanted.toLowerCase()));
  if (meant.length > 0) return meant;
  const known = all.map(({ id }) => id).join(', ');
  throw new UsageError(
    `there is no software item "${wanted}"`,
    known === '' ? 'Write `softwareItems` into tureen.yaml.' : `The device has ${known}.`,
  );
}

function judgedOf(dossier: Dossier | undefined, wanted: string): readonly JudgedLicence[] {
  const parts = parsePurl(wanted);
  const spelt = parts === undefined ? wanted : formatPurl(parts);
  const meant = (dossier?.licensing.judged ?? []).filter(
    ({ entry: { component } }) =>
      component.name === wanted ||
      component.purl === spelt ||
      packageOf(component.purl) === spelt ||
      component.purl.split(/[?#]/)[0] === spelt,
  );
  if (meant.length > 0) return meant;
  const tool = dossier?.entries.find(
    ({ component }) => component.purl === spelt || packageOf(component.purl) === spelt,
  );
  throw new UsageError(
    tool === undefined
      ? `nothing that ships is "${wanted}"`
      : `${tool.component.purl} does not ship: it is ${tool.account.kind === 'tool' ? 'a tool' : 'the product’s own'}`,
    'Ask for its licence instead, such as `tureen licence MIT`; its page in the registry states it.',
  );
}

type Subject = {
  readonly text: string;
  readonly from: LicenceAnswer['licence']['from'];
  readonly declared: readonly string[];
  readonly one?: JudgedLicence;
};

function answer(
  dossier: Dossier | undefined,
  { use: tried }: LicenceQuestion,
  softwareItem: SoftwareItem | undefined,
  { text, from, declared, one }: Subject,
): LicenceAnswer {
  const use = {
    distribution: tried.distribution ?? softwareItem?.distribution,
    combination: tried.combination ?? one?.use.combination,
    modified: tried.modified ?? one?.use.modified,
  };
  const verdict = judgeLicence(
    text,
    use,
    dossier === undefined ? plainPolicy : companyPolicy(dossier.licensing.decisions),
  );
  const { class: kind, suggestion } = classifyLicence(text);
  const problems =
    kind === 'unlisted' || kind === 'name' || kind === 'ambiguous' ? readSpdxExpression(text).problems : [];
  return {
    component: one?.entry.component.purl,
    licence: { text: verdict.expression, from, class: kind, suggestion, problems },
    declared,
    installed: installedIn(dossier, one),
    detected:
      one === undefined || dossier === undefined ? [] : detectedIn(dossier.licenceFiles, one.entry.component.purl),
    softwareItem: softwareItem?.id,
    use,
    verdict,
    owed: [
      ...verdict.obligations.map((obligation) => ({ obligation, asks: obligationTexts[obligation], certain: true })),
      ...verdict.conditional.map((obligation) => ({ obligation, asks: obligationTexts[obligation], certain: false })),
    ],
    conflicts: conflictsOf(dossier, { softwareItem, use, verdict, one }),
    opinion: one?.opinion?.document,
  };
}

function installedIn(dossier: Dossier | undefined, one: JudgedLicence | undefined): LicenceAnswer['installed'] {
  const found = dossier?.licenceFiles;
  if (one === undefined || found?.kind !== 'looked') return [];
  return (found.installed.get(one.entry.component.purl) ?? [])
    .filter(({ fact }) => fact === 'licence')
    .map(({ value, source }) => ({ value, source }));
}

type Adopted = Pick<JudgedLicence, 'softwareItem' | 'use' | 'verdict'> & { readonly one: JudgedLicence | undefined };

function conflictsOf(dossier: Dossier | undefined, adopted: Adopted): LicenceAnswer['conflicts'] {
  const others = (dossier?.licensing.judged ?? [])
    .filter((other) => other.softwareItem === adopted.softwareItem && other.entry !== adopted.one?.entry)
    .map((one) => ({ softwareItem: one.softwareItem, use: one.use, verdict: one.verdict, one }));
  return [true, false].flatMap((certain) =>
    findConflicts([adopted, ...others], certain).flatMap(({ conflict: { why, source }, left, right }) => {
      const isMine = (side: readonly Adopted[]) => side.includes(adopted);
      if (isMine(left) === isMine(right)) return [];
      const partners = (isMine(left) ? right : left).flatMap(({ one }) => one?.entry.component.purl ?? []);
      return [{ with: [...new Set(partners)], certain, why, source }];
    }),
  );
}
