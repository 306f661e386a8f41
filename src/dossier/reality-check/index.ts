import type { Answer, Conclusion, Evidence, Question } from '../../model/answer.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { WaivedDiagnostic } from '../../model/records/waiver.ts';
import type { Dossier } from '../../model/dossier.ts';
import { bothStandards } from './both-standards.ts';
import { everythingPinned } from './everything-pinned.ts';
import { licencesCleared } from './licences-cleared.ts';
import { listComplete } from './list-complete.ts';
import { risksReferenced } from './risks-referenced.ts';
import { sbomProducible } from './sbom-producible.ts';
import { updatesDecided } from './updates-decided.ts';
import { vulnerabilitiesReviewed } from './vulnerabilities-reviewed.ts';

const questions: readonly Question[] = [
  sbomProducible,
  listComplete,
  vulnerabilitiesReviewed,
  everythingPinned,
  licencesCleared,
  risksReferenced,
  updatesDecided,
  bothStandards,
];

/** Answers the eight questions of the reality check, each with its evidence and what is missing or waived. */
export function answerQuestions(
  dossier: Dossier,
  diagnostics: readonly Diagnostic[],
  waived: readonly WaivedDiagnostic[] = [],
): readonly Answer[] {
  return questions.map(({ id, question, ask }) => {
    const conclusion = ask(dossier, diagnostics);
    const unwaived =
      waived.length === 0 ? conclusion : ask(dossier, [...diagnostics, ...waived.map((one) => one.diagnostic)]);
    const evidence = [...conclusion.evidence, ...waivedIn(unwaived, conclusion, waived)];
    return { id, question, ...conclusion, evidence };
  });
}

/** What would be missing for an answer if nobody had waived it, each with its waiver: an answer does not hide what it rests on. */
function waivedIn(
  { missing }: Conclusion,
  { missing: still }: Conclusion,
  waived: readonly WaivedDiagnostic[],
): readonly Evidence[] {
  const open = new Set(still.map(({ text }) => text));
  const gone = new Set(missing.flatMap(({ text }) => (open.has(text) ? [] : [text])));
  return waived
    .filter(({ diagnostic }) => gone.has(diagnostic.message))
    .map(({ diagnostic, by: { file, index, waiver } }) => ({
      text: `waived until ${waiver.until} (${waiver.reason}): ${diagnostic.message}`,
      place: { file, keyPath: ['waivers', index] },
    }));
}
