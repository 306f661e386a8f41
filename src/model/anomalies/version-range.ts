import { z } from 'zod';

/** The schema of versions that will do, such as `>=3.9, <4`: bounds that all have to hold. */
export const versionRange = z
  .string()
  .regex(
    /^(?:[<>]=?|!?=) ?[\w.+:~-]{1,60}(?:, ?(?:[<>]=?|!?=) ?[\w.+:~-]{1,60}){0,9}$/,
    "is no range; write bounds with their signs, such as '>=3.9, <4'",
  )
  .meta({ description: 'Bounds that all have to hold', examples: ['>=3.9, <4', '=1.2.3'] });
