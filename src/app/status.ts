import { UsageError } from '../base/errors.ts';
import { answerQuestions } from '../dossier/reality-check/index.ts';
import type { Answer } from '../model/answer.ts';
import { check } from './check/check.ts';
import type { Host } from './host.ts';

/** Answers the eight questions of the reality check for the host's folder. */
export async function status(host: Host): Promise<readonly Answer[]> {
  const { dossier, diagnostics, waived } = await check(host);
  if (dossier === undefined)
    throw new UsageError('the records cannot be loaded', 'Run `tureen check` and mend what it shows first.');
  return answerQuestions(dossier, diagnostics, waived);
}
