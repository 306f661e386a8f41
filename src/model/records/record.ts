import { z } from 'zod';
import { safetyClasses } from '../risks/grading.ts';

/** Text that a person writes; an empty one is no answer. */
export const text = z.string().trim().min(1, 'is empty; write it or leave the key out');

/** The name of an environment variable that holds a token; no record holds the token itself. */
export const tokenVariable = z
  .string()
  .regex(/^TUREEN_TOKEN_[A-Z0-9_]+$/, 'is no variable for a token; name it TUREEN_TOKEN_<NAME>')
  .meta({ description: 'The environment variable that holds a token; the token itself is stored nowhere' });

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date('is no day; write YYYY-MM-DD');

/** A name that other records point at: letters, digits, `.`, `_`, `-`. */
export const identifier = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, "is no identifier; use letters, digits, '.', '_' and '-'");

/** The software safety class of IEC 62304, 4.3. */
export const safetyClass = z.enum(safetyClasses.grades);

/** Selects components: a package URL without version, in which `*` stands for any run of characters. */
export const packagePattern = z
  .string()
  .regex(/^pkg:[a-z0-9.+-]+\/\S+$/, "is no package URL; write 'pkg:<type>/<name>', '*' matches any characters")
  .meta({ examples: ['pkg:npm/react', 'pkg:deb/debian/*'] });

/** A package URL without version: the designator of a SOUP item. */
export const packageUrl = z
  .string()
  .regex(/^pkg:[a-z0-9.+-]+\/[^\s*]+$/, "is no package URL; write 'pkg:<type>/<name>' without a version")
  .refine(
    (value) => value.indexOf('@', value.lastIndexOf('/') + 2) === -1,
    'holds a version; versions stand under `approved`',
  );

/** A reference to evidence outside the record: a test, a document, a page. */
export const reference = text.meta({
  examples: ['TEST-IMG-012', 'docs/validation/numpy.md', 'https://example.org/report'],
});
