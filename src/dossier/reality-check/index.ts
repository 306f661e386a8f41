import type { Answer, Conclusion, Evidence, Question } from '../../model/answer.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KeyPlace } from '../../model/place.ts';
import type { Dossier } from '../../model/dossier.ts';
import { bothStandards } from './both-standards.ts';
import { everythingPinned } from './everything-pinned.ts';
import { licencesCleared } from './licences-cleared.ts';
import { listComplete } from './list-complete.ts';
import { risksReferenced } from './risks-referenced.ts';
import { sbomProducible } from './sbom-producible.ts';
import { updatesDecided } from './updates-decided.ts';
import { vulnerabilitiesReviewed } from './vulnerabilities-reviewed.ts';

/** What a rule would find and somebody has decided not to count, how, and where that is written. */
export type SetAside = { readonly diagnostic: Diagnostic; readonly how: string; readonly place: KeyPlace };

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

/** Answers the eight questions of the reality check, each with its evidence and what is missing or set aside. */
export function answerQuestions(
  dossier: Dossier,
  diagnostics: readonly Diagnostic[],
  setAside: readonly SetAside[] = [],
): readonly Answer[] {
  return questions.map(({ id, question, ask, next }) => {
    const conclusion = ask(dossier, diagnostics);
    const strict =
      setAside.length === 0 ? conclusion : ask(dossier, [...diagnostics, ...setAside.map((one) => one.diagnostic)]);
    const evidence = [...conclusion.evidence, ...setAsideIn(strict, conclusion, setAside)];
    const answer = { id, question, ...conclusion, evidence };
    return conclusion.answer === 'yes' ? answer : { ...answer, next: next(dossier, conclusion) };
  });
}

/** What would be missing for an answer if nobody had set it aside, each with who did: an answer does not hide what it rests on. */
function setAsideIn(
  { missing }: Conclusion,
  { missing: still }: Conclusion,
  setAside: readonly SetAside[],
): readonly Evidence[] {
  const open = new Set(still.map(({ text }) => text));
  const gone = new Set(missing.flatMap(({ text }) => (open.has(text) ? [] : [text])));
  return setAside
    .filter(({ diagnostic }) => gone.has(diagnostic.message))
    .map(({ diagnostic, how, place }) => ({ text: `${how}: ${diagnostic.message}`, place }));
}
