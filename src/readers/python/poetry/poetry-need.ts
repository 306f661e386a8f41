import { z } from 'zod';
import { checkSchema } from '../../../base/formats/schema.ts';
import type { Need } from '../needs/need.ts';
import { registryName } from '../pypi-package.ts';

/** A dependency as Poetry keeps it. */
export type PoetryNeed = Need & {
  /** Only an extra brings it in. */
  readonly optional: boolean;
};

/**
 * Reads what Poetry keeps under the name of a dependency: a constraint, a table with one, or a list of these for
 * different environments; `undefined` for anything else.
 */
export function readPoetryNeeds(name: string, value: unknown): readonly PoetryNeed[] | undefined {
  const read = checkSchema(constraintsSchema, Array.isArray(value) ? value : [value]);
  if (!read.ok) return undefined;
  return read.value.map((constraint) => {
    const { version, extras, optional, markers, ...conditions } = constraint;
    return {
      name: registryName(name),
      extras: extras.map(registryName),
      specifiers: version,
      conditional: markers !== undefined || 'python' in conditions || 'platform' in conditions,
      marker: markers,
      optional,
    };
  });
}

const constraintsSchema = z.array(
  z.preprocess(
    (value) => (typeof value === 'string' ? { version: value } : value),
    z.looseObject({
      version: z.string().default('*'),
      extras: z.array(z.string()).default([]),
      optional: z.boolean().default(false),
      markers: z.string().optional(),
    }),
  ),
);
