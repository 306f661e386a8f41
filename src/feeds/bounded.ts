import { z } from 'zod';

/** A vector, version or address as records state them; no real one comes near the bound. */
export const shortText = z.string().max(2000, 'is longer than any real one');

/** The id of an advisory, which others are told by: one word in sight. */
export const advisoryId = z
  .string()
  .regex(
    /^[^\s/\\\p{Cc}\p{Cf}]{1,200}$/u,
    'is no id: it is empty, too long, or holds spaces, slashes or characters that nobody sees',
  );

/** The other names of one defect; each is asked about, so that no more are taken than any real record has. */
export const aliasIds = z.array(advisoryId).max(1000, tooMany()).nullish();

/** A list of more than any real record names is none. */
export function atMost<T extends z.ZodType>(most: number, element: T): z.ZodArray<T> {
  return z.array(element).max(most, tooMany());
}

function tooMany(): string {
  return 'names more than any real record';
}
