import type { InitAnswers } from '../../app/records/init.ts';
import type { Stated, StatedProduct } from '../../app/records/stated-product.ts';
import type { SafetyClass } from '../../model/clause.ts';
import { safeText } from '../safe-text.ts';
import { errorStream } from '../standard-streams.ts';

/** What was given on the command line, before anybody was asked. */
export type Given = { readonly [Key in Exclude<keyof InitAnswers, 'people'>]-?: string | undefined } & {
  readonly people: readonly string[];
};

/** Asks a person what the command line did not say; `undefined` when the person breaks off. */
export async function askAboutDevice(given: Given, product: StatedProduct): Promise<Given | undefined> {
  const { intro, isCancel, select, text } = await import('@clack/prompts');
  const output = errorStream();
  intro('The product’s own files are read; what you leave empty stays open, marked.', { output });
  const ask = (message: string, stated?: Stated) =>
    text({ message, placeholder: placeholderFor(stated), defaultValue: '', output });
  const name = given.name ?? (await ask('What is the device called?', product.name));
  if (isCancel(name)) return undefined;
  const version = given.version ?? (await ask('Which version of the device is it?', product.version));
  if (isCancel(version)) return undefined;
  const manufacturer = given.manufacturer ?? (await ask('Who is the legal manufacturer?'));
  if (isCancel(manufacturer)) return undefined;
  const message = 'Which safety class has the software (IEC 62304, 4.3)?';
  const safetyClass = given.class ?? (await select({ message, options: [...classes], output }));
  if (isCancel(safetyClass)) return undefined;
  const people = given.people.length > 0 ? given.people : await askPeople(output);
  if (people === undefined) return undefined;
  return { name, version, manufacturer, class: safetyClass, people };
}

/** Whoever judges, approves or records has to be listed, so the first steps end with who that is. */
async function askPeople(output: NodeJS.WriteStream): Promise<readonly string[] | undefined> {
  const { isCancel, text } = await import('@clack/prompts');
  const message = 'Who judges, approves and records? Your name; several with commas between them';
  const names = await text({ message, placeholder: 'such as Ada Lang, Grace Holm', defaultValue: '', output });
  return isCancel(names) ? undefined : names.split(',');
}

/** What is shown where nothing is typed: what the files say is a proposal, and is marked as theirs where nobody says otherwise. */
export function placeholderFor(stated: Stated | undefined): string {
  if (stated === undefined) return 'as on the label';
  return `as on the label; empty: ${safeText(stated.value)}, as ${safeText(stated.from)} says`;
}

/** The answers as the use case takes them: what is empty was not answered. */
export function answersFrom({ name, version, manufacturer, class: given, people }: Given): InitAnswers {
  const safetyClass = isSafetyClass(given) ? given : undefined;
  return {
    ...(name !== undefined && { name }),
    ...(version !== undefined && { version }),
    ...(manufacturer !== undefined && { manufacturer }),
    ...(safetyClass !== undefined && { class: safetyClass }),
    people,
  };
}

const classes = [
  { value: '', label: 'not decided yet', hint: 'counts as C' },
  { value: 'A', label: 'A', hint: 'no injury is possible' },
  { value: 'B', label: 'B', hint: 'injury that is not serious' },
  { value: 'C', label: 'C', hint: 'death or serious injury' },
] as const;

function isSafetyClass(text: string | undefined): text is SafetyClass {
  return text === 'A' || text === 'B' || text === 'C';
}
