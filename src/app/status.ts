import { UsageError } from '../base/errors.ts';
import { answerQuestions } from '../dossier/reality-check/index.ts';
import type { Answer } from '../model/answer.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { WaitingRule } from '../model/records/unread-file.ts';
import { check } from './check/check.ts';
import type { Host } from './host.ts';

/** Answers the eight questions of the reality check for the host's folder. */
export async function status(host: Host): Promise<readonly Answer[]> {
  const { dossier, diagnostics, waived, waiting } = await check(host);
  if (dossier === undefined)
    throw new UsageError('the records cannot be loaded', 'Run `tureen check` and mend what it shows first.');
  return answerQuestions(dossier, [...diagnostics, ...waiting.flatMap(unasked)], waived);
}

/** What nobody could ask is no evidence that nothing is missing. */
function unasked({ rule, clause, files }: WaitingRule): Diagnostic[] {
  return files.map((file) => ({
    rule,
    clause,
    severity: 'error',
    message: `${rule} was not asked, for ${file} is not read whole`,
    place: { file },
    help: 'Mend the file, then ask again.',
  }));
}
