import { UsageError } from '../base/errors.ts';
import type { Device } from '../model/records/device.ts';

/** Throws `UsageError` for somebody who is not listed under people: nobody answers for what such a person says. */
export function refuseStranger({ people }: Device, id: string): void {
  if (people.some((one) => one.id === id)) return;
  throw new UsageError(
    `nobody under people has the id "${id}"`,
    `People are ${people.map((one) => one.id).join(', ') || 'not listed yet'}; add one in tureen.yaml.`,
  );
}
