import type { Judgement } from '../app/verdicts/compose-verdict.ts';
import { UsageError } from '../base/errors.ts';
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
  const justification = oneOf(justifications, given('justification'));
  const [owner, validFor, until] = [given('owner'), given('validFor'), given('until')];
  return {
    status: oneOf(statuses, needed('status', 'status')) ?? 'under_investigation',
    ...(justification && { justification }),
    reason: needed('reason', 'reason'),
    ...reachableFrom(given('reachable'), () => needed('evidence', 'evidence')),
    ...safetyFrom(listFrom(given('failureModes')), listFrom(given('risks')), given('safety')),
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

const answers: Readonly<Record<string, NonNullable<Judgement['reachability']>['answer']>> = {
  yes: 'reachable',
  no: 'not-reachable',
  unknown: 'unknown',
};

function reachableFrom(given: string | undefined, evidence: () => string): Pick<Judgement, 'reachability'> {
  const answer = given === undefined ? undefined : answers[given];
  return answer === undefined ? {} : { reachability: { answer, evidence: evidence(), functions: [] } };
}

function safetyFrom(failureModes: string[], risks: string[], reason: string | undefined): Pick<Judgement, 'safety'> {
  const named = failureModes.length + risks.length > 0;
  if (!named) return reason === undefined ? {} : { safety: { none: reason } };
  if (reason === undefined)
    throw new UsageError('the verdict does not say how it leads there', 'Add --safety with the way to the failure.');
  return { safety: { failureModes, risks, reason } };
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
