import { UsageError } from '../../base/errors.ts';
import type { Device } from '../../model/records/device.ts';
import { safeText } from '../safe-text.ts';
import { askKey, broken } from './prompts.ts';

/** Lets somebody say who they are, among the people of the device; nothing where they press Escape. Throws `UsageError` where nobody is listed. */
export async function askPerson(question: string, people: Device['people']): Promise<string | undefined> {
  if (people.length === 0)
    throw new UsageError(
      'nobody is listed under people',
      'Add yourself to `people:` in tureen.yaml: what a person decides has an author.',
    );
  const choices = people.slice(0, keys.length).map(({ id, name, role }, index) => ({
    value: keys.charAt(index),
    label: safeText(`${id}, ${name}`),
    ...(role !== undefined && { hint: safeText(role) }),
  }));
  const key = await askKey(question, choices);
  return key === broken ? undefined : people[keys.indexOf(key)]?.id;
}

const keys = '123456789abcdefghijklmnopqrstuvwxyz';
