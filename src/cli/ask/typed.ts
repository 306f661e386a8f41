import { askMaybe, askText, broken, type Answered } from './prompts.ts';

/** Texts that a person typed about one case, by what they say: whoever breaks off and is asked once more finds them there. */
export type Typed = Map<Field, string>;

/** What texts say. */
export const fields = [
  'reason',
  'evidence',
  'tried',
  'harmless',
  'harm',
  'vector',
  'vectorReason',
  'response',
  'due',
  'owner',
  'range',
  'until',
] as const;

/** What a text says. */
export type Field = (typeof fields)[number];

type Lack = (given: string) => string | undefined;

/** What stands there while nothing is typed, the words of somebody else that a person asked for, and what is wrong with a text. */
export type Hints = { readonly placeholder?: string; readonly suggested?: string | undefined; readonly isRight?: Lack };

/** Asks for a text that must be there, and keeps it. */
export async function askTyped(
  typed: Typed,
  field: Field,
  message: string,
  { placeholder, suggested, isRight }: Hints = {},
): Answered<string> {
  const answer = await askText(message, placeholder, suggested ?? typed.get(field), isRight);
  if (answer !== broken) typed.set(field, answer);
  return answer;
}

/** Asks for a text that may be left out, and keeps it. */
export async function askMaybeTyped(
  typed: Typed,
  field: Field,
  message: string,
  isRight?: Lack,
): Answered<string | undefined> {
  const answer = await askMaybe(message, isRight, typed.get(field));
  if (answer === undefined) typed.delete(field);
  else if (answer !== broken) typed.set(field, answer);
  return answer;
}
