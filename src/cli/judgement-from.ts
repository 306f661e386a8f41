import type { Judgement } from '../app/verdicts/compose-verdict.ts';
import { isDay } from '../base/day.ts';
import { UsageError } from '../base/errors.ts';
import { quote } from '../base/quote.ts';
import { justifications, responses, statuses } from '../model/vex/vex.ts';
import type { OptionValues } from './command.ts';
import { textOption } from './option-values.ts';

/** The judgement that a command line states; nothing is added that it does not say. Throws `UsageError` for half of one. */
export function judgementFrom(options: OptionValues): Judgement {
  const given = (name: string) => textOption(options, name);
  const needed = (name: string, flag: string) => {
    const value = given(name);
    if (value === undefined) throw new UsageError(`the verdict has no ${flag}`, `Add --${flag}; nothing is assumed.`);
    return value;
  };
  for (const [name, flag, whole] of parts)
    if (given(name) !== undefined && given(whole) === undefined)
      throw new UsageError(`--${flag} says more of --${whole}, which is not given`, `Add --${whole}, or leave it out.`);
  for (const flag of ['due', 'until']) {
    const day = given(flag);
    if (day !== undefined && !isDay(day))
      throw new UsageError(`--${flag} ${quote(day)} is no day`, 'Write YYYY-MM-DD.');
  }
  const justification = oneOf(justifications, given('justification'));
  const [owner, validFor, until] = [given('owner'), given('validFor'), given('until')];
  return {
    status: oneOf(statuses, needed('status', 'status')) ?? 'under_investigation',
    ...(justification && { justification }),
    reason: needed('reason', 'reason'),
    ...reachableFrom(given('reachable'), given('evidence'), () => needed('evidence', 'evidence')),
    ...safetyFrom(given('hazardous'), [listFrom(given('failureModes')), listFrom(given('risks'))], given('safety')),
    ...(given('vector') && {
      security: { vector: needed('vector', 'vector'), reason: needed('vectorReason', 'vector-reason') },
    }),
    ...responseFrom(oneOf(responses, given('response')), given('due'), () => needed('responseText', 'response-text')),
    ...(owner && { owner }),
    ...(validFor && { validFor }),
    ...(until && { until }),
    by: needed('by', 'by'),
  };
}

/** Options that only say more of another one: without it they would be lost. */
const parts: readonly (readonly [name: string, flag: string, whole: string])[] = [
  ['evidence', 'evidence', 'reachable'],
  ['vectorReason', 'vector-reason', 'vector'],
  ['responseText', 'response-text', 'response'],
  ['due', 'due', 'response'],
];

/** What was tried may be left out where nobody can tell; a yes or no is known by something. */
function reachableFrom(
  given: string | undefined,
  evidence: string | undefined,
  needed: () => string,
): Pick<Judgement, 'reachability'> {
  if (given === undefined) return {};
  if (given === 'unknown') return { reachability: { answer: 'unknown', ...(evidence && { evidence }), functions: [] } };
  const answer = given === 'yes' ? 'reachable' : 'not-reachable';
  return { reachability: { answer, evidence: needed(), functions: [] } };
}

/** Words alone may say how it contributes or why it cannot: which of the two is for a person to say. */
function safetyFrom(
  answer: string | undefined,
  [failureModes, risks]: readonly [string[], string[]],
  reason: string | undefined,
): Pick<Judgement, 'safety'> {
  const isNamed = failureModes.length + risks.length > 0;
  if (answer === undefined && !isNamed && reason === undefined) return {};
  if (answer === undefined && !isNamed)
    throw new UsageError(
      'it is not said whether it can contribute to a hazardous situation',
      'Add --hazardous no or --hazardous yes; --failure-modes and --risks mean yes.',
    );
  if (answer === 'no' && isNamed)
    throw new UsageError(
      `what cannot contribute to a hazardous situation does not lead to ${[...failureModes, ...risks].join(', ')}`,
      'Leave them out, or say --hazardous yes.',
    );
  if (reason === undefined)
    throw new UsageError(
      answer === 'no'
        ? 'the verdict does not say why it cannot contribute'
        : 'the verdict does not say how it can contribute to a hazardous situation',
      `Add --safety with ${answer === 'no' ? 'the reason' : 'the way to the failure'}.`,
    );
  return { safety: answer === 'no' ? { none: reason } : { failureModes, risks, reason } };
}

function responseFrom(
  action: (typeof responses)[number] | undefined,
  due: string | undefined,
  words: () => string,
): Pick<Judgement, 'response'> {
  return action === undefined ? {} : { response: { action, text: words(), ...(due && { due }) } };
}

function listFrom(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function oneOf<Word extends string>(words: readonly Word[], given: string | undefined): Word | undefined {
  return words.find((word) => word === given);
}
