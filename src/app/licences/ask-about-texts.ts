import { counted } from '../../base/counted.ts';
import { inForce } from '../../base/licences/deprecated-ids.ts';
import { parseSpdxExpression } from '../../base/licences/parse-spdx-expression.ts';
import { suggestExpression } from '../../base/licences/suggest-expression.ts';
import type { Component } from '../../model/component.ts';
import type { DetectedLicence } from '../../model/licences/detected-licence.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LicenceFile, LicenceFiles } from '../../model/licences/licence-files.ts';

/** The questions that licence texts leave to a person: what is unsure, and what contradicts the declared licence. */
export function askAboutTexts(found: LicenceFiles, components: readonly Component[]): readonly Diagnostic[] {
  if (found.kind === 'not-looked') return [];
  return components.flatMap((component) => {
    const files = (found.of.get(component.purl) ?? []).filter(({ kind }) => kind === 'licence');
    const stated = statedIds(component);
    const detected = files.flatMap(({ detected: all }) => all);
    const unsure = files.flatMap((file) => {
      const open = file.detected.filter((one) => one.doubt !== undefined && !isSettled(one, stated));
      return open.length === 0 ? [] : [unsureText(component, file, open)];
    });
    const first = files[0];
    if (first === undefined || stated.size === 0 || detected.length === 0) return unsure;
    const meant = detected.flatMap(({ candidates }) => candidates.flatMap(({ id }) => idsIn(id)));
    return meant.some((id) => stated.has(id)) ? unsure : [...unsure, contradiction(component, first, detected)];
  });
}

/** What the lockfile or metadata state settles which of several licences is meant that fit. */
function isSettled({ candidates }: DetectedLicence, stated: ReadonlySet<string>): boolean {
  return candidates.filter(({ id }) => idsIn(id).every((one) => stated.has(one))).length === 1;
}

/** The licences that are stated; of a name that is no identifier those that it most probably means, which is enough to ask or not. */
function statedIds({ licences }: Component): ReadonlySet<string> {
  return new Set(
    licences.flatMap(({ expression, said }) => {
      if (said !== undefined) return [];
      const ids = idsIn(expression);
      return ids.length > 0 ? ids : idsIn(suggestExpression(expression) ?? '');
    }),
  );
}

/** The licences of an expression by the identifiers in force, without exceptions. */
function idsIn(expression: string): readonly string[] {
  const parsed = parseSpdxExpression(expression);
  const now = parsed && parseSpdxExpression(inForce(parsed));
  return now?.postfix.flatMap((one) => (typeof one === 'object' ? [one.id] : [])) ?? [];
}

function unsureText({ purl }: Component, { path }: LicenceFile, open: readonly DetectedLicence[]): Diagnostic {
  const [first, ...others] = open;
  const line = first?.line ?? 1;
  const more = others.length === 0 ? '' : `; so are ${counted(others.length, 'other text')} in it`;
  return {
    rule: 'licences/text-unsure',
    severity: 'warning',
    message: `${path} of ${purl} is no sure licence: ${first?.doubt ?? ''}${more}`,
    place: { file: path, line },
    help: `Read lines ${line} to ${open.at(-1)?.endLine ?? line} and write the conclusion to soup/licences.yaml.`,
    subject: purl,
  };
}

function contradiction(
  { purl, licences }: Component,
  { path }: LicenceFile,
  detected: readonly DetectedLicence[],
): Diagnostic {
  const declared = [...new Set(licences.map(({ expression }) => expression))].join(', ');
  const found = [...new Set(detected.flatMap(({ candidates: [best] }) => best?.id ?? []))].join(', ');
  return {
    rule: 'licences/text-differs',
    severity: 'warning',
    message: `${purl} declares ${declared}, but its texts are those of ${found}`,
    place: { file: path, line: detected[0]?.line ?? 1 },
    help: 'Read the texts, ask the project where they contradict, and write the conclusion to soup/licences.yaml.',
    subject: purl,
  };
}
