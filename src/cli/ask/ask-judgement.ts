import type { Evidence } from '../../app/verdicts/describe-case.ts';
import type { Judgement } from '../../app/verdicts/compose-verdict.ts';
import type { Suggestion } from '../../app/vex/adopt-statement.ts';
import type { Device } from '../../model/records/device.ts';
import type { RiskFile } from '../../model/risks/risk-file.ts';
import { justifications, justificationWords, responses, responseWords } from '../../model/vex/vex.ts';
import { askAboutSafety } from './ask-about-safety.ts';
import { askAboutValidity } from './ask-about-validity.ts';
import { lackOfDay, lackOfVector } from './lack-of-answer.ts';
import { askKey, broken, type Answered } from './prompts.ts';
import { askMaybeTyped, askTyped, type Typed } from './typed.ts';

/** The people and the risk file that answers may name, who answers, and what was typed about the case before. */
export type Around = {
  readonly people: Device['people'];
  readonly riskFile: RiskFile | undefined;
  readonly by: string;
  readonly today: string;
  readonly typed: Typed;
};

/** What is known of a verdict before the rest of it is asked. */
export type Start = Pick<Suggestion, 'status'> & Partial<Suggestion>;

/** Asks for all of a verdict on some components of a case but its status. */
export async function askJudgement(
  whole: Evidence,
  around: Around,
  given: Start,
  components: readonly string[],
): Answered<Judgement> {
  const { status } = given;
  const isMeant = ({ finding }: Evidence['subjects'][number]) => components.includes(finding.component);
  const judged = whole.subjects.filter(isMeant);
  const evidence = { ...whole, subjects: judged, case: { ...whole.case, findings: judged } };
  const justification = status === 'not_affected' ? (given.justification ?? (await askJustification())) : undefined;
  if (justification === broken) return broken;
  const why = 'Why, in words that an auditor can follow?';
  const reason = await askTyped(around.typed, 'reason', why, { suggested: given.reason });
  if (reason === broken) return broken;
  const start = { status, ...(justification && { justification }), reason, by: around.by };
  if (status === 'under_investigation') return withOwner(start, around);
  const reachability = await askReachable(evidence, around.typed);
  if (reachability === broken) return broken;
  const safety = await askAboutSafety(evidence, around.riskFile, around.typed);
  if (safety === broken) return broken;
  const security = await askSecurity(around.typed);
  if (security === broken) return broken;
  const answered = {
    ...start,
    ...(reachability && { reachability }),
    ...(safety && { safety }),
    ...(security && { security }),
  };
  const followed = status === 'affected' ? await withResponse(answered, around) : answered;
  const parted = { judged, leftOpen: whole.subjects.filter((one) => !isMeant(one)) };
  return followed === broken ? broken : askAboutValidity(parted, followed, around.today, around.typed);
}

async function askJustification(): Answered<Judgement['justification']> {
  const choices = justifications.map((each, index) => ({
    value: String(index + 1),
    label: each,
    hint: justificationWords[each].means,
  }));
  const key = await askKey('By which justification?', choices);
  return key === broken ? broken : justifications[Number(key) - 1];
}

async function askReachable({ case: { findings } }: Evidence, typed: Typed): Answered<Judgement['reachability']> {
  const answer = await askKey('Can the defect be reached?', [
    { value: 'y', label: 'yes' },
    { value: 'n', label: 'no' },
    { value: 'u', label: 'nobody can tell' },
    { value: 'l', label: 'leave it out' },
  ]);
  if (answer === broken) return broken;
  if (answer === 'l') return undefined;
  const functions = [...new Set(findings.flatMap(({ finding }) => finding.functions ?? []))];
  if (answer === 'u') {
    const tried = await askMaybeTyped(typed, 'tried', 'What was tried to find out?');
    return tried === broken ? broken : { answer: 'unknown', ...(tried && { evidence: tried }), functions };
  }
  const evidence = await askTyped(typed, 'evidence', 'How is that known?', {
    placeholder: 'a search of the sources, a test, a setting',
  });
  return evidence === broken ? broken : { answer: answer === 'y' ? 'reachable' : 'not-reachable', evidence, functions };
}

async function askSecurity(typed: Typed): Answered<Judgement['security']> {
  const vector = await askMaybeTyped(typed, 'vector', 'CVSS vector in the environment of this device?', lackOfVector);
  if (vector === broken || vector === undefined) return vector;
  const reason = await askTyped(typed, 'vectorReason', 'Why this vector?');
  return reason === broken ? broken : { vector, reason };
}

async function withResponse(judgement: Judgement, around: Around): Answered<Judgement> {
  const choices = responses.map((each, index) => ({
    value: String(index + 1),
    label: each,
    hint: responseWords[each],
  }));
  const key = await askKey('What is done about it?', choices);
  if (key === broken) return broken;
  const words = await askTyped(around.typed, 'response', 'What exactly?', {
    placeholder: 'such as: update to 2.6.0 with the next model, task DS-1188',
  });
  if (words === broken) return broken;
  const due = await askMaybeTyped(around.typed, 'due', 'Until when (YYYY-MM-DD)?', (given) =>
    lackOfDay(given, around.today),
  );
  const action = responses[Number(key) - 1];
  if (due === broken || action === undefined) return broken;
  return withOwner({ ...judgement, response: { action, text: words, ...(due && { due }) } }, around);
}

async function withOwner(judgement: Judgement, { people, typed }: Around): Answered<Judgement> {
  const owner = await askMaybeTyped(
    typed,
    'owner',
    `Who sees to it (${people.map(({ id }) => id).join(', ')})?`,
    (given) => (people.some(({ id }) => id === given) ? undefined : 'Nobody under people has this id.'),
  );
  return owner === broken ? broken : { ...judgement, ...(owner && { owner }) };
}
