import type { ScopeEvidence } from '../../model/component.ts';
import { descriptionFields } from './description-fields.ts';
import { namesIn } from './renv-lock-schema.ts';

/** What the DESCRIPTION file of an R project tells. */
export type Description = {
  readonly name: string | undefined;
  readonly version: string | undefined;
  readonly asks: readonly { readonly name: string; readonly evidence: ScopeEvidence }[];
};

/** Reads the DESCRIPTION file of a project. */
export function parseDescription(file: string, text: string): Description {
  const fields = descriptionFields(text);
  return {
    name: fields.get('Package')?.value || undefined,
    version: fields.get('Version')?.value || undefined,
    asks: uses.flatMap(({ field, scope }) => {
      const { value, line } = fields.get(field) ?? { value: '', line: 1 };
      const evidence: ScopeEvidence = { scope, reason: `${field} of DESCRIPTION`, at: { file, line } };
      return namesIn(value)
        .filter((name) => name !== 'R')
        .map((name) => ({ name, evidence }));
    }),
  };
}

/** What a project suggests, it works without: for its tests and examples, and for what few ask for. */
const uses = [
  { field: 'Depends', scope: 'runtime' },
  { field: 'Imports', scope: 'runtime' },
  { field: 'LinkingTo', scope: 'runtime' },
  { field: 'Suggests', scope: 'optional' },
] as const;
