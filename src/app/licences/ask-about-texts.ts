import { inForce } from '../../base/licences/deprecated-ids.ts';
import { parseSpdxExpression } from '../../base/licences/spdx-expression.ts';
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
    const unsure = files.flatMap((file) =>
      file.detected
        .filter((one) => one.doubt !== undefined && !isSettled(one, stated))
        .map((one) => unsureText(component, file, one)),
    );
    const first = files[0];
    if (first === undefined || stated === undefined || detected.length === 0) return unsure;
    const meant = new Set(detected.flatMap(({ candidates }) => candidates.map(({ id }) => id)));
    return stated.some((id) => meant.has(id)) ? unsure : [...unsure, contradiction(component, first, detected)];
  });
}

/** What the lockfile or metadata state settles which of several licences with one text is meant. */
function isSettled({ candidates }: DetectedLicence, stated: readonly string[] | undefined): boolean {
  const alike = candidates.filter(({ score }) => score === candidates[0]?.score);
  return stated !== undefined && alike.length > 1 && alike.filter(({ id }) => stated.includes(id)).length === 1;
}

function statedIds({ licences }: Component): readonly string[] | undefined {
  const ids = licences.flatMap(({ expression, said }) => {
    const parsed = said === undefined ? parseSpdxExpression(expression) : undefined;
    const now = parsed && parseSpdxExpression(inForce(parsed));
    return now?.postfix.flatMap((one) => (typeof one === 'object' ? [one.id] : [])) ?? [];
  });
  return ids.length === 0 ? undefined : ids;
}

function unsureText({ purl }: Component, { path }: LicenceFile, one: DetectedLicence): Diagnostic {
  return {
    rule: 'licences/text-unsure',
    severity: 'warning',
    message: `${path} of ${purl} is no sure licence: ${one.doubt ?? ''}`,
    place: { file: path, line: one.line },
    help: `Read lines ${one.line} to ${one.endLine} and write the conclusion to soup/licences.yaml.`,
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
