import type { Evidence } from '../../app/verdicts/describe-case.ts';
import type { Judgement } from '../../app/verdicts/compose-verdict.ts';
import type { Device } from '../../model/records/device.ts';
import type { RiskFile } from '../../model/risks/risk-file.ts';
import { justifications, justificationWords, responses, statusWords, type VexStatus } from '../../model/vex/vex.ts';
import { lackOfDay, lackOfVector } from './lack-of-answer.ts';
import { askKey, askMaybe, askSome, askText, broken, isInterrupted, type Answered, type Choice } from './prompts.ts';
import { adoptableFrom, type Adoptable, type Suggestion } from '../../app/vex/adopt-statement.ts';
import { safeText } from '../safe-text.ts';
import { askAboutValidity } from './ask-about-validity.ts';
import { askAboutSafety } from './ask-about-safety.ts';

/** What a person made of one case. */
export type Reply =
  | { readonly kind: 'skip' | 'back' | 'quit' }
  | { readonly kind: 'still-holds' | 'verdict'; readonly judgement: Judgement; readonly components: readonly string[] };

/** The people and the risk file that answers may name, and who answers. */
export type Around = {
  readonly people: Device['people'];
  readonly riskFile: RiskFile | undefined;
  readonly by: string;
  readonly today: string;
};

/** Asks about one case, key by key; Escape leads back to the first question, and there it ends the work, as Control-C does anywhere. */
export async function askAboutCase(evidence: Evidence, around: Around): Promise<Reply> {
  while (!isInterrupted()) {
    const before = earlierJudgement(evidence, around.by);
    const adoptable = adoptableFrom(evidence.subjects.map(({ stated }) => stated));
    const choices = [
      ...(before === undefined ? [] : [stillHolds]),
      ...first,
      ...(adoptable.length === 0 ? [] : [takeOver]),
      ...ways,
    ];
    const key = await askKey(`What is ${safeText(evidence.case.id)} in this device?`, choices);
    if (key === broken || key === 'q') return { kind: 'quit' };
    if (key === 's') return { kind: 'skip' };
    if (key === 'b') return { kind: 'back' };
    const components = await askComponents(evidence);
    if (components === broken) continue;
    if (key === 'h' && before !== undefined) return { kind: 'still-holds', judgement: before, components };
    const start = key === 'o' ? await askAdoptable(adoptable) : startOf(statusKeys[key]);
    const judgement = start === broken ? broken : await askJudgement(evidence, around, start, components);
    if (judgement !== broken && (await isToBeWritten(judgement, components.length)))
      return { kind: 'verdict', judgement, components };
  }
  return { kind: 'quit' };
}

const statusKeys: Readonly<Record<string, VexStatus>> = {
  n: 'not_affected',
  a: 'affected',
  f: 'fixed',
  i: 'under_investigation',
};

const stillHolds: Choice<string> = {
  value: 'h',
  label: 'the verdict before still holds',
  hint: 'as it is, from today',
};

const first: readonly Choice<string>[] = Object.entries(statusKeys).map(([value, status]) => ({
  value,
  label: status,
  hint: statusWords[status].means,
}));

const takeOver: Choice<string> = {
  value: 'o',
  label: 'as others state',
  hint: 'takes over status, justification and words; you answer for them',
};

const ways: readonly Choice<string>[] = [
  { value: 's', label: 'skip', hint: 'it stays open' },
  { value: 'b', label: 'back to the case before' },
  { value: 'q', label: 'quit', hint: 'what was written stays' },
];

/** The verdict that met all of them, where there is just one, with the new author. */
function earlierJudgement({ subjects }: Evidence, by: string): Judgement | undefined {
  const earlier = new Set(
    subjects.map(({ standing }) => ('met' in standing ? standing.met?.filed.verdict : undefined)),
  );
  const [only] = earlier;
  if (earlier.size !== 1 || only === undefined || only.status === 'under_investigation') return undefined;
  const { judged: _judged, packages: _packages, on: _on, approved: _approved, until: _until, ...judgement } = only;
  return { ...judgement, by };
}

async function askComponents({ subjects }: Evidence): Answered<readonly string[]> {
  const purls = [...new Set(subjects.map(({ finding }) => finding.component))];
  if (purls.length === 1) return purls;
  const options = purls.map((purl) => ({ value: purl, label: purl.replace(/[?#].*$/s, '') }));
  return askSome('For which components? The others stay open.', options, purls);
}

/** What is known of a verdict before the rest of it is asked. */
type Start = Pick<Suggestion, 'status'> & Partial<Suggestion>;

function startOf(status: VexStatus | undefined): Start | typeof broken {
  return status === undefined ? broken : { status };
}

/** Lets a person choose whose word to take over; what it is stands there before it is chosen. */
async function askAdoptable(adoptable: readonly Adoptable[]): Answered<Start> {
  const choices = adoptable.slice(0, 9).map(({ author, file, suggestion: { status, justification } }, index) => ({
    value: String(index + 1),
    label: safeText([status, justification].filter((word) => word !== undefined).join(', ')),
    hint: safeText(`${author}, ${file}`),
  }));
  const key = await askKey('Whose word is taken over?', choices);
  return key === broken ? broken : (adoptable[Number(key) - 1]?.suggestion ?? broken);
}

async function askJudgement(
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
  const reason = await askText('Why, in words that an auditor can follow?', '', given.reason);
  if (reason === broken) return broken;
  const start = { status, ...(justification && { justification }), reason, by: around.by };
  if (status === 'under_investigation') return withOwner(start, around);
  const reachability = await askReachable(evidence);
  if (reachability === broken) return broken;
  const safety = await askAboutSafety(evidence, around.riskFile);
  if (safety === broken) return broken;
  const security = await askSecurity();
  if (security === broken) return broken;
  const answered = {
    ...start,
    ...(reachability && { reachability }),
    ...(safety && { safety }),
    ...(security && { security }),
  };
  const followed = status === 'affected' ? await withResponse(answered, around) : answered;
  return followed === broken
    ? broken
    : askAboutValidity({ judged, leftOpen: whole.subjects.filter((one) => !isMeant(one)) }, followed, around.today);
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

async function askReachable({ case: { findings } }: Evidence): Answered<Judgement['reachability']> {
  const answer = await askKey('Can the defect be reached?', [
    { value: 'y', label: 'yes' },
    { value: 'n', label: 'no' },
    { value: 'u', label: 'nobody can tell' },
    { value: 'l', label: 'leave it out' },
  ]);
  if (answer === broken) return broken;
  if (answer === 'l') return undefined;
  const evidence = await askText('How is that known?', 'such as a search of the sources, a test, the configuration');
  if (evidence === broken) return broken;
  const functions = [...new Set(findings.flatMap(({ finding }) => finding.functions ?? []))];
  return { answer: ({ y: 'reachable', n: 'not-reachable', u: 'unknown' } as const)[answer], evidence, functions };
}

async function askSecurity(): Answered<Judgement['security']> {
  const vector = await askMaybe('CVSS vector in the environment of this device?', lackOfVector);
  if (vector === broken || vector === undefined) return vector;
  const reason = await askText('Why this vector?');
  return reason === broken ? broken : { vector, reason };
}

async function withResponse(judgement: Judgement, around: Around): Answered<Judgement> {
  const choices = responses.map((each, index) => ({ value: String(index + 1), label: each }));
  const key = await askKey('What is done about it?', choices);
  if (key === broken) return broken;
  const words = await askText('What exactly?', 'such as: update to 2.6.0 with the next model, task DS-1188');
  if (words === broken) return broken;
  const due = await askMaybe('Until when (YYYY-MM-DD)?', (given) => lackOfDay(given, around.today));
  const action = responses[Number(key) - 1];
  if (due === broken || action === undefined) return broken;
  return withOwner({ ...judgement, response: { action, text: words, ...(due && { due }) } }, around);
}

async function withOwner(judgement: Judgement, { people }: Around): Answered<Judgement> {
  const owner = await askMaybe(`Who sees to it (${people.map(({ id }) => id).join(', ')})?`, (given) =>
    people.some(({ id }) => id === given) ? undefined : 'Nobody under people has this id.',
  );
  return owner === broken ? broken : { ...judgement, ...(owner && { owner }) };
}

async function isToBeWritten({ status, justification, reason }: Judgement, components: number): Promise<boolean> {
  const what = [status, justification].filter((part) => part !== undefined).join(', ');
  const key = await askKey(`${what}: ${reason}`, [
    {
      value: 'w',
      label: 'write this verdict',
      hint: components === 1 ? 'on one finding' : `on ${components} findings`,
    },
    { value: 'd', label: 'do not; ask anew' },
  ]);
  return key === 'w';
}
