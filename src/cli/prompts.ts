import { isCancel, multiselect, selectKey, text } from '@clack/prompts';

/** What a person chooses from: the key to press, and what it means. */
export type Choice<Key extends string> = { readonly value: Key; readonly label: string; readonly hint?: string };

/** Somebody pressed Escape: the question before is asked again. */
export const broken = Symbol('broken off');

/** An answer, or that there is none. */
export type Answered<T> = Promise<T | typeof broken>;

const output = process.stderr;

/** Lets a person press one key; the return key alone chooses nothing. */
export async function askKey<Key extends string>(message: string, choices: readonly Choice<Key>[]): Answered<Key> {
  for (;;) {
    const key = await selectKey<string>({ message, options: [...choices], output });
    if (isCancel(key)) return broken;
    const chosen = choices.find(({ value }) => value === key);
    if (chosen !== undefined) return chosen.value;
  }
}

/** Asks for a text that must be there. */
export async function askText(message: string, placeholder = ''): Answered<string> {
  const validate = (given: string | undefined) =>
    (given ?? '').trim() === '' ? 'Write it, or press Escape.' : undefined;
  const answer = await text({ message, placeholder, validate, output });
  return isCancel(answer) ? broken : answer.trim();
}

/** Asks for a text that may be left out; `isRight` says what is wrong with one. */
export async function askMaybe(
  message: string,
  isRight: (given: string) => string | undefined = () => undefined,
): Answered<string | undefined> {
  const validate = (given: string | undefined) =>
    given === undefined || given.trim() === '' ? undefined : isRight(given.trim());
  const answer = await text({ message, placeholder: 'empty: leave it out', defaultValue: '', validate, output });
  if (isCancel(answer)) return broken;
  return answer.trim() === '' ? undefined : answer.trim();
}

/** Lets a person mark some of a list, at least one. */
export async function askSome(
  message: string,
  options: readonly Choice<string>[],
  marked: readonly string[] = [],
): Answered<readonly string[]> {
  const answer = await multiselect({ message, options, initialValues: marked, required: true, maxItems: 8, output });
  return isCancel(answer) ? broken : answer;
}
