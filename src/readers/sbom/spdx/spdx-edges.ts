import { entryProblem } from '../../../base/reading.ts';
import { salvage } from '../../../base/formats/salvage.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { SbomCompleteness, SbomDependency } from '../../../model/inventory/sbom-document.ts';
import { mendGenerator, type PlaceOf } from '../cyclonedx/cyclonedx-entries.ts';
import { relationshipMeaning } from './spdx-relationships.ts';
import { relationshipSchema } from './spdx-schema.ts';

/** What the relationships of an SPDX 2 document tell. */
export type SpdxEdges = {
  readonly dependencies: readonly SbomDependency[];
  readonly completeness: readonly SbomCompleteness[];
  /** What the document describes. */
  readonly described: readonly string[];
  /** Elements of other documents. */
  readonly foreign: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
};

/** Reads relationships: NONE says that an element needs nothing, NOASSERTION that nobody knows. */
export function spdxEdges(values: readonly unknown[], placeOf: PlaceOf): SpdxEdges {
  const dependencies: SbomDependency[] = [];
  const completeness: SbomCompleteness[] = [];
  const described: string[] = [];
  const foreign: string[] = [];
  const diagnostics: Diagnostic[] = [];
  values.forEach((value, index) => {
    const keyPath = ['relationships', index];
    const at = placeOf(keyPath);
    const { value: edge, problems } = salvage(relationshipSchema, value);
    for (const problem of problems.slice(0, 5))
      diagnostics.push(
        entryProblem(at, `${[...keyPath, ...problem.keyPath].join('.')}: ${problem.message}`, mendGenerator),
      );
    if (edge === undefined) return;
    const { spdxElementId: left, relatedSpdxElement: right } = edge;
    const stated = edge.relationshipType.toUpperCase();
    for (const one of [left, right]) if (one.startsWith('DocumentRef-')) foreign.push(one);
    if (stated === 'DESCRIBES' && left === documentId) described.push(right);
    if (stated === 'DESCRIBED_BY' && right === documentId) described.push(left);
    const meaning = relationshipMeaning(stated);
    if (meaning === undefined) return;
    const { kind, scope, reversed } = meaning;
    const [from, to] = reversed ? [right, left] : [left, right];
    const of = kind === 'needs' ? 'dependencies' : 'parts';
    if (to === 'NONE' || to === 'NOASSERTION')
      completeness.push({ at, keyPath, of, refs: [from], state: to === 'NONE' ? 'complete' : 'unknown', stated: to });
    else if (from !== 'NONE' && from !== 'NOASSERTION')
      dependencies.push({ at, keyPath, from, to: [to], kind, scope, stated: `relationship ${stated}` });
  });
  return { dependencies, completeness, described, foreign, diagnostics };
}

const documentId = 'SPDXRef-DOCUMENT';
