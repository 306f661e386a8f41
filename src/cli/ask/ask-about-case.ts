import type { Evidence } from '../../app/verdicts/describe-case.ts';
import type { Judgement } from '../../app/verdicts/compose-verdict.ts';
import type { Judged } from '../../app/verdicts/judge.ts';
import { adoptableFrom, type Adoptable } from '../../app/vex/adopt-statement.ts';
import { statusWords, type VexStatus } from '../../model/vex/vex.ts';
import { safeText } from '../safe-text.ts';
import { askJudgement, type Around, type Start } from './ask-judgement.ts';
import { askKey, askSome, broken, isInterrupted, type Answered, type Choice } from './prompts.ts';
import { askWhetherToWrite } from './ask-whether-to-write.ts';
import { fields, type Field, type Typed } from './typed.ts';

/** What a person made of one case. */
export type Reply =
  | { readonly kind: 'skip' | 'back' | 'quit' }
  | { readonly kind: 'verdict'; readonly judgement: Judgement; readonly components: readonly string[] };

/** What a judgement of some components of a case would come to. */
export type Foresee = (judgement: Judgement, components: readonly string[]) => Promise<Judged>;

/**
 * Asks about one case, key by key; Escape leads back to the first question, and there it ends the work, as Control-C does anywhere.
 * Throws `UsageError` and `HostError` for a judgement that cannot be written.
 */
export async function askAboutCase(evidence: Evidence, around: Around, foresee: Foresee): Promise<Reply> {
  while (!isInterrupted()) {
    const before = earlierJudgement(evidence, around);
    const adoptable = adoptableFrom(evidence.subjects.map(({ stated }) => stated));
    const choices = [
      ...(before === undefined ? [] : [stillHolds, change]),
      ...first,
      ...(adoptable.length === 0 ? [] : [takeOver]),
      ...waysFor(evidence),
    ];
    const key = await askKey(`What is ${safeText(evidence.case.id)} in this device?`, choices);
    if (key === broken || key === 'q') return { kind: 'quit' };
    if (key === 's') return { kind: 'skip' };
    if (key === 'b') return { kind: 'back' };
    const components = await askComponents(evidence);
    if (components === broken) continue;
    const judgement = await askFrom(key, { before, adoptable, evidence, around, components });
    if (judgement === broken) continue;
    if (await askWhetherToWrite(judgement, components.length, () => foresee(judgement, components)))
      return { kind: 'verdict', judgement, components };
  }
  return { kind: 'quit' };
}

type Asked = {
  readonly before: Judgement | undefined;
  readonly adoptable: readonly Adoptable[];
  readonly evidence: Evidence;
  readonly around: Around;
  readonly components: readonly string[];
};

/** Asks what the key leaves to be asked. */
async function askFrom(key: string, { before, adoptable, evidence, around, components }: Asked): Answered<Judgement> {
  if (key === 'h') return before ?? broken;
  if (key === 'c' && before !== undefined) {
    typeAgain(around.typed, before);
    const { status, justification } = before;
    return askJudgement(evidence, around, { status, justification }, components);
  }
  const start = key === 'o' ? await askAdoptable(adoptable) : startOf(statusKeys[key]);
  return start === broken ? broken : askJudgement(evidence, around, start, components);
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

const change: Choice<string> = {
  value: 'c',
  label: 'change what it says',
  hint: 'status and justification stay; each text is there to be changed',
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

function waysFor({ subjects }: Evidence): readonly Choice<string>[] {
  const isJudged = subjects.every(({ standing }) => standing.kind === 'judged');
  return [
    { value: 's', label: 'skip', hint: isJudged ? 'its verdict stays' : 'it stays open' },
    { value: 'b', label: 'back to the case before' },
    { value: 'q', label: 'quit', hint: 'what was written stays' },
  ];
}

/** The verdict that met all of them, where there is just one, with the new author; a last day that has passed is none. */
function earlierJudgement({ subjects }: Evidence, { by, today }: Around): Judgement | undefined {
  const earlier = new Set(
    subjects.map(({ standing }) => ('met' in standing ? standing.met?.filed.verdict : undefined)),
  );
  const [only] = earlier;
  if (earlier.size !== 1 || only === undefined || only.status === 'under_investigation') return undefined;
  const { judged: _judged, packages: _packages, on: _on, approved: _approved, until, ...judgement } = only;
  return { ...judgement, ...(until !== undefined && until >= today && { until }), by };
}

/** Puts the texts of an earlier verdict where whoever types finds them; what was typed since stays. */
function typeAgain(typed: Typed, before: Judgement): void {
  const { reason, reachability, safety, security, response, owner, validFor, until } = before;
  const texts: Readonly<Partial<Record<Field, string | undefined>>> = {
    reason,
    [reachability?.answer === 'unknown' ? 'tried' : 'evidence']: reachability?.evidence,
    ...(safety && ('none' in safety ? { harmless: safety.none } : { harm: safety.reason })),
    vector: security?.vector,
    vectorReason: security?.reason,
    response: response?.text,
    due: response?.due,
    owner,
    range: validFor,
    until,
  };
  for (const field of fields) {
    const text = texts[field];
    if (text !== undefined && !typed.has(field)) typed.set(field, text);
  }
}

async function askComponents({ subjects }: Evidence): Answered<readonly string[]> {
  const purls = [...new Set(subjects.map(({ finding }) => finding.component))];
  if (purls.length === 1) return purls;
  const options = purls.map((purl) => ({ value: purl, label: purl.replace(/[?#].*$/s, '') }));
  return askSome('For which components? The others stay open.', options, purls);
}

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
