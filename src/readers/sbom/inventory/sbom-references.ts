import { quote } from '../../../base/quote.ts';
import { entryProblem } from '../../../base/reading.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { LinePlace } from '../../../model/place.ts';
import type { SbomDocument } from '../../../model/inventory/sbom-document.ts';
import type { SbomEntry } from './sbom-entry.ts';

/** What the references of an SBOM stand for, and which of them stand for nothing or for two things. */
export type References = {
  readonly find: (ref: string) => SbomEntry | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

/** Resolves references; of two components under one reference the first is meant. */
export function resolveReferences(document: SbomDocument, components: readonly SbomEntry[]): References {
  const word = document.family === 'CycloneDX' ? 'bom-ref' : 'identifier';
  const byRef = new Map<string, SbomEntry>();
  const diagnostics: Diagnostic[] = [];
  for (const entry of components) {
    const first = entry.ref === undefined ? undefined : byRef.get(entry.ref);
    if (entry.ref !== undefined && first === undefined) byRef.set(entry.ref, entry);
    else if (first !== undefined && entry.component.hasOwnRef) diagnostics.push(duplicate(word, entry, first));
  }
  const isKnown = (one: string) => byRef.has(one) || document.otherRefs.has(one);
  for (const { kind, from, to, at } of document.dependencies) {
    if (kind !== 'needs') continue;
    const dangling = to.filter((one) => !isKnown(one));
    if (!isKnown(from)) diagnostics.push(strayEntry(from, at));
    else if (dangling.length > 0) diagnostics.push(danglingReferences(from, dangling, at));
  }
  return { find: (ref) => byRef.get(ref), diagnostics };
}

function duplicate(word: string, { ref = '', at }: SbomEntry, first: SbomEntry): Diagnostic {
  return entryProblem(
    at,
    `the ${word} ${quote(ref)} stands for a component on line ${first.at.line} already`,
    `A ${word} must be unique in its file; the edges of the graph were drawn to the first.`,
  );
}

function strayEntry(ref: string, at: LinePlace): Diagnostic {
  const message = `the graph has an entry for ${quote(ref)}, which no component of this file is`;
  return entryProblem(at, message, mendGraph);
}

function danglingReferences(ref: string, dangling: readonly string[], at: LinePlace): Diagnostic {
  const more = dangling.length > 5 ? ` and ${dangling.length - 5} more` : '';
  const missing = `${dangling.slice(0, 5).map(quote).join(', ')}${more}`;
  return entryProblem(at, `${quote(ref)} needs ${missing}, which no component of this file is`, mendGraph);
}

const mendGraph =
  'Let the generator write the file anew, with all of its components; these edges are missing in the graph.';
