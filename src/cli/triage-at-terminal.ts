import type { Judgement } from '../app/verdicts/compose-verdict.ts';
import type { Selection } from '../app/verdicts/select-findings.ts';
import { waitingInBrief } from '../base/anomalies/asked-together.ts';
import { HostError, UsageError } from '../base/errors.ts';
import { safeText } from './safe-text.ts';
import { describeCase } from '../app/verdicts/describe-case.ts';
import { foresee, judge } from '../app/verdicts/judge.ts';
import { isWaiting } from '../base/anomalies/is-waiting.ts';
import { renewTriage, type Case, type Triage } from '../app/verdicts/open-triage.ts';
import { askAboutCase } from './ask/ask-about-case.ts';
import type { Context } from './command.ts';
import { fold } from './show/fold.ts';
import { lookOf } from './show/look.ts';
import { askPerson } from './ask/ask-person.ts';
import { askKey, isInterrupted } from './ask/prompts.ts';
import { showPages } from './ask/show-pages.ts';
import { tryAgain } from './ask/try-again.ts';
import type { Typed } from './ask/typed.ts';
import { notLookedUp } from './show/findings/show-cases.ts';
import { showCase } from './show/findings/show-case.ts';
import { errorStream, writeAside } from './standard-streams.ts';

/**
 * Works through cases with a person, one screen a case; `casesOf` picks them, also such as have a verdict, of which each is shown
 * once. Gives what still waits.
 */
export async function triageAtTerminal(
  context: Context,
  given: Triage,
  author: string | undefined,
  casesOf: (triage: Triage) => readonly Case[],
): Promise<Triage> {
  const { people } = given.dossier.device.record;
  if (casesOf(given).length === 0) {
    writeAside(waiting(given));
    return given;
  }
  const by = author ?? (await askPerson('Who judges?', people));
  if (by === undefined) return given;
  const { today } = given.dossier;
  const judgedNow = new Set<string>();
  const typedOf = new Map<string, Typed>();
  let triage = given;
  let position = 0;
  let told = `${context.aside.paint('dim', 'keys choose; Escape leads back to the first question, Control-C ends')}\n\n`;
  let isOpen = false;
  for (;;) {
    const cases = casesOf(triage).filter(({ id, findings }) => !judgedNow.has(id) || findings.some(isWaiting));
    const one = cases[position];
    if (one === undefined) break;
    const evidence = describeCase(triage, one);
    const title = `${position + 1} of ${cases.length}`;
    // Between two screens somebody may have made the window larger or smaller.
    const { width } = lookOf(2);
    const screen = fold(showCase(evidence, title, context.aside.paint), width);
    await showPages(`\x1b[2J\x1b[H${fold(told, width)}${screen}`, errorStream());
    told = '';
    const typed: Typed = typedOf.get(one.id) ?? new Map();
    typedOf.set(one.id, typed);
    const selectionOf = (components: readonly string[]) => ({ id: one.id, together: true, components });
    const around = { people, riskFile: triage.dossier.riskFile?.record, by, today, typed };
    const reply = await askAboutCase(evidence, around, (judgement, components) =>
      foresee(context.host, triage, selectionOf(components), judgement),
    ).catch(asRefused);
    if (reply.kind === 'refused') {
      triage = await renewed(context, triage);
      told = reply.told;
      continue;
    }
    if (reply.kind === 'quit') {
      if (isInterrupted()) told = `broken off: nothing was written on ${safeText(one.id)}\n`;
      break;
    }
    if (!('judgement' in reply)) {
      position = reply.kind === 'skip' ? position + 1 : Math.max(0, position - 1);
      continue;
    }
    const written = await write(context, triage, selectionOf(reply.components), reply.judgement);
    triage = written.triage;
    told = written.told;
    if (!written.isWritten) continue;
    isOpen ||= written.isOpen;
    judgedNow.add(one.id);
    typedOf.delete(one.id);
    // What is investigated stays open, and nobody is asked about it twice in a row.
    if (casesOf(triage)[position]?.id === one.id && reply.judgement.status === 'under_investigation') position += 1;
  }
  writeAside(
    `${fold(told, lookOf(2).width)}${waiting(triage)}${isOpen ? 'next: `tureen check` tells what the verdicts leave open\n' : ''}`,
  );
  return triage;
}

function waiting({ cases, dossier }: Triage): string {
  const besides = notLookedUp(dossier).map((line) => `${line}\n`);
  const findings = cases.flatMap((one) => one.findings.map(({ finding }) => finding));
  return `${waitingInBrief(findings)}\n${besides.join('')}`;
}

/**
 * Writes a verdict; what keeps it from being written is told, and nothing that was written before is lost. Where that is the
 * disk, what was answered can be written once more.
 */
async function write(context: Context, triage: Triage, selection: Selection, judgement: Judgement) {
  try {
    const judged = await tryAgain(() => judge(context.host, triage, selection, judgement), isToBeTried);
    return {
      triage: judged.triage,
      isWritten: true,
      isOpen: judged.open.length > 0,
      told: `wrote ${safeText(judged.written.map(({ file }) => file).join(', '))}\n`,
    };
  } catch (error) {
    const { told } = asRefused(error);
    return { triage: await renewed(context, triage), isWritten: false, isOpen: false, told };
  }
}

/** Why nothing was written. Throws what is no fault of the answers or of the world. */
function asRefused(error: unknown): { readonly kind: 'refused'; readonly told: string } {
  if (!(error instanceof UsageError || error instanceof HostError)) throw error;
  return { kind: 'refused', told: `not written: ${safeText(error.message)}\nhelp: ${safeText(error.help)}\n\n` };
}

async function isToBeTried({ message, help }: HostError): Promise<boolean> {
  const key = await askKey(safeText(`not written: ${message}. ${help}`), [
    { value: 't', label: 'try it again', hint: 'with what was answered' },
    { value: 'l', label: 'leave it', hint: 'it stays open' },
  ]);
  return key === 't';
}

/** A file that somebody is just writing, or that cannot be read, keeps what was read before. */
async function renewed({ host }: Context, triage: Triage): Promise<Triage> {
  try {
    return await renewTriage(host, triage);
  } catch (error) {
    if (error instanceof UsageError || error instanceof HostError) return triage;
    throw error;
  }
}
