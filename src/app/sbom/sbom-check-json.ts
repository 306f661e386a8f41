import type { SbomOutcome, SbomVerdict } from '../../model/plugs/sbom-profile.ts';
import { gapDiagnostics, helpOf, type SbomCheck } from './check-sbom.ts';

/** The result of a check of an SBOM as JSON: each requirement with its counts, then every gap as a diagnostic. */
export function sbomCheckJson(file: string, check: SbomCheck): string {
  const { document, verdicts, diagnostics, complete } = check;
  const told = {
    file,
    format: document && {
      family: document.family,
      specVersion: document.specVersion,
      serialisation: document.serialisation,
    },
    components: document && document.subjects.length + document.components.length,
    complete,
    profiles: verdicts.map((verdict) => verdictJson(verdict, check)),
    diagnostics: [...diagnostics, ...gapDiagnostics(check)],
  };
  return `${JSON.stringify(told, undefined, 2)}\n`;
}

function verdictJson({ profile: { name, title, elsewhere }, outcomes, complete }: SbomVerdict, check: SbomCheck) {
  return { name, title, complete, requirements: outcomes.map((one) => outcomeJson(one, check)), elsewhere };
}

function outcomeJson({ requirement, met, unknown, notApplicable, reason, gaps }: SbomOutcome, { document }: SbomCheck) {
  const { id, element, title, level, subject } = requirement;
  const help = helpOf(requirement, document);
  return { id, element, title, level, subject, met, unknown, missing: gaps.length, notApplicable, reason, help };
}
