import type { SbomCompleteness, SbomDocument } from '../model/inventory/sbom-document.ts';
import type { SbomView } from '../model/plugs/sbom-profile.ts';

/** Looks up once what the questions on the graph of a document need. */
export function sbomView(document: SbomDocument): SbomView {
  const told = new Set<string>();
  const linking = new Set<string>();
  const reached = new Set<string>();
  const link = (from: string, to: readonly string[]) => {
    told.add(from);
    if (to.length > 0) linking.add(from);
    for (const ref of to) reached.add(ref);
  };
  for (const { from, to } of document.dependencies) link(from, to);
  for (const { ref, inside } of document.components) if (ref !== undefined && inside !== undefined) link(inside, [ref]);
  const [product, ...others] = document.subjects;
  return {
    document,
    product: others.length === 0 ? product : undefined,
    told,
    linking,
    reached,
    completeness: completenessByRef(document.completeness),
  };
}

/** A statement on dependencies goes before one on parts; one on the document as a whole stands under the empty name. */
function completenessByRef(statements: readonly SbomCompleteness[]): SbomView['completeness'] {
  const states = new Map<string, SbomCompleteness['state']>();
  for (const part of ['parts', 'dependencies'] as const)
    for (const { refs, state } of statements.filter((one) => one.of === part))
      for (const ref of refs.length === 0 ? [''] : refs) states.set(ref, state);
  return states;
}
