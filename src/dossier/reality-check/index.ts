import type { Answer, Question } from '../../model/answer.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
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

/** Answers the eight questions of the reality check, each with its evidence and what is missing. */
export function answerQuestions(dossier: Dossier, diagnostics: readonly Diagnostic[]): readonly Answer[] {
  return questions.map(({ id, question, ask }) => ({ id, question, ...ask(dossier, diagnostics) }));
}
