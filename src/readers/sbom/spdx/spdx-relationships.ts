import type { SbomDependency } from '../../../model/inventory/sbom-document.ts';

/** What a relationship of SPDX 2 says in the words of any SBOM, and whether it is written the other way round. */
export type Meaning = Pick<SbomDependency, 'kind' | 'scope'> & { readonly reversed: boolean };

/** The meaning of a relationship (SPDX 2.3, clause 11); `undefined` for those that tell nothing of needs and parts. */
export function relationshipMeaning(type: string): Meaning | undefined {
  return meanings.get(type);
}

const needs = (reversed: boolean, scope?: Meaning['scope']): Meaning => ({ kind: 'needs', scope, reversed });
const holds = (reversed: boolean): Meaning => ({ kind: 'holds', scope: undefined, reversed });

const meanings: ReadonlyMap<string, Meaning> = new Map([
  ['DEPENDS_ON', needs(false)],
  ['DEPENDENCY_OF', needs(true)],
  ['RUNTIME_DEPENDENCY_OF', needs(true, 'runtime')],
  ['PROVIDED_DEPENDENCY_OF', needs(true)],
  ['OPTIONAL_DEPENDENCY_OF', needs(true, 'optional')],
  ['OPTIONAL_COMPONENT_OF', needs(true, 'optional')],
  ['DEV_DEPENDENCY_OF', needs(true, 'development')],
  ['TEST_DEPENDENCY_OF', needs(true, 'development')],
  ['BUILD_DEPENDENCY_OF', needs(true, 'development')],
  ['DEV_TOOL_OF', needs(true, 'development')],
  ['TEST_TOOL_OF', needs(true, 'development')],
  ['BUILD_TOOL_OF', needs(true, 'development')],
  ['HAS_PREREQUISITE', needs(false)],
  ['PREREQUISITE_FOR', needs(true)],
  ['STATIC_LINK', needs(false)],
  ['DYNAMIC_LINK', needs(false)],
  ['CONTAINS', holds(false)],
  ['CONTAINED_BY', holds(true)],
]);
