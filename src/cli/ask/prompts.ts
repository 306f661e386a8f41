import { isCancel, multiselect, text } from '@clack/prompts';
import { fold } from '../show/fold.ts';
import { lookOf } from '../show/look.ts';
import { rowsOf } from '../show/rows-of.ts';
import { errorStream } from '../standard-streams.ts';

/** What a person chooses from: the key to press, and what it means. */
export type Choice<Key extends string> = { readonly value: Key; readonly label: string; readonly hint?: string };

/** Somebody pressed Escape: the question before is asked again. */
export const broken = Symbol('broken off');

/** An answer, or that there is none. */
export type Answered<T> = Promise<T | typeof broken>;

const output = errorStream();

let interrupted = false;

/** Whether somebody pressed Control-C: then no other question is asked. */
export function isInterrupted(): boolean {
  return interrupted;
}

/** Lets a person press one key; no other key, the return key least of all, chooses anything. */
export async function askKey<Key extends string>(message: string, choices: readonly Choice<Key>[]): Answered<Key> {
  const { width } = lookOf(2);
  const question = questionOf(message, choices, width);
  // Whoever is quick answers what they see: the keys are listened to before the question stands there.
  const pressed = pressedKey((typed) => choices.some(({ value }) => value === typed));
  output.write(`${question.join('\n')}\n`);
  const key = await pressed;
  const chosen = choices.find(({ value }) => value === key);
  const answer = ['│', behind('◇', message, width), behind('│', chosen?.label ?? 'broken off', width)].join('\n');
  output.write(`\x1b[${rowsOf(question, lookOf(2).width)}A\r\x1b[J${answer}\n`);
  return chosen?.value ?? broken;
}

/** The lines of a question; on a terminal with few rows without what explains its choices, so that all of them stay in sight. */
function questionOf(message: string, choices: readonly Choice<string>[], width: number): readonly string[] {
  const rows = output.rows > 0 ? output.rows : Number.POSITIVE_INFINITY;
  const linesOf = (isWhole: boolean) => {
    const lines = choices.map(({ value, label, hint }) =>
      isWhole && hint !== undefined ? `${value}  ${label} (${hint})` : `${value}  ${label}`,
    );
    return ['│', behind('◆', message, width), ...lines.map((line) => behind('│', line, width)), '└']
      .join('\n')
      .split('\n');
  };
  const whole = linesOf(true);
  return rowsOf(whole, width) < rows ? whole : linesOf(false);
}

/** A text behind the mark of a question; what does not fit goes on behind the line that holds the questions together. */
function behind(mark: string, text: string, width: number): string {
  return fold(text, width - 3)
    .split('\n')
    .map((line, index) => `${index === 0 ? mark : '│'}  ${line}`)
    .join('\n');
}

/** Waits for a key that is wanted; `broken` for Escape, Control-C and the end of the input. */
export function pressedKey(isWanted: (key: string) => boolean): Answered<string> {
  const { stdin } = process;
  return new Promise((resolve) => {
    const finish = (key: string | typeof broken) => {
      stdin.off('data', take).off('end', end).setRawMode(false).pause();
      resolve(key);
    };
    const end = () => finish(broken);
    const take = (typed: Buffer) => {
      const key = typed.toString('utf8').toLowerCase();
      noteInterrupt(typed);
      if (key === '\x1b' || key === '\x03' || key === '\x04') finish(broken);
      else if (isWanted(key)) finish(key);
    };
    stdin.setRawMode(true).on('data', take).on('end', end).resume();
  });
}

function noteInterrupt(typed: Buffer | string): void {
  if (typed.toString() === '\x03') interrupted = true;
}

/** Whatever is asked by the library cannot tell Escape from Control-C. */
async function noticed<T>(asked: () => Promise<T>): Promise<T> {
  const { stdin } = process;
  stdin.on('data', noteInterrupt);
  try {
    return await asked();
  } finally {
    stdin.off('data', noteInterrupt);
  }
}

/** Asks for a text that must be there; one that is given may be changed, and `isRight` says what is wrong with one. */
export async function askText(
  message: string,
  placeholder = '',
  initialValue = '',
  isRight: (given: string) => string | undefined = () => undefined,
): Answered<string> {
  const validate = (given: string | undefined) =>
    (given ?? '').trim() === '' ? 'Write it, or press Escape.' : isRight((given ?? '').trim());
  const answer = await noticed(() => text({ message, placeholder, initialValue, validate, output }));
  return isCancel(answer) ? broken : answer.trim();
}

/** Asks for a text that may be left out; one that is given may be changed, and `isRight` says what is wrong with one. */
export async function askMaybe(
  message: string,
  isRight: (given: string) => string | undefined = () => undefined,
  initialValue = '',
): Answered<string | undefined> {
  const validate = (given: string | undefined) =>
    given === undefined || given.trim() === '' ? undefined : isRight(given.trim());
  const placeholder = 'empty: leave it out';
  const answer = await noticed(() => text({ message, placeholder, initialValue, defaultValue: '', validate, output }));
  if (isCancel(answer)) return broken;
  if (answer.trim() !== '') return answer.trim();
  output.write('\x1b[1A\r\x1b[K│  left out\n');
  return undefined;
}

/** Lets a person mark some of a list, at least one. */
export async function askSome(
  message: string,
  options: readonly Choice<string>[],
  marked: readonly string[] = [],
): Answered<readonly string[]> {
  const answer = await noticed(() =>
    multiselect({ message, options, initialValues: marked, required: true, maxItems: 8, output }),
  );
  return isCancel(answer) ? broken : answer;
}
