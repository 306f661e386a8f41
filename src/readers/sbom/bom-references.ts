import { z } from 'zod';
import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import { salvage } from '../../base/salvage.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';
import type { BomEntry, PlacedGraphEntry } from './bom-entries.ts';

/** What the references of a bill of materials stand for, and which of them stand for nothing or for two things. */
export type References = {
  readonly find: (ref: string) => BomEntry | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

/** Resolves references; of two components under one reference the first is meant. */
export function resolveReferences(
  components: readonly BomEntry[],
  graph: readonly PlacedGraphEntry[],
  services: readonly unknown[],
): References {
  const byRef = new Map<string, BomEntry>();
  const diagnostics: Diagnostic[] = [];
  for (const entry of components) {
    const first = entry.ref === undefined ? undefined : byRef.get(entry.ref);
    if (entry.ref !== undefined && first === undefined) byRef.set(entry.ref, entry);
    else if (first !== undefined && entry.component['bom-ref'] !== undefined) diagnostics.push(duplicate(entry, first));
  }
  const others = new Set(serviceReferences(services));
  for (const { ref, dependsOn, at } of graph) {
    const isKnown = (one: string) => byRef.has(one) || others.has(one);
    const dangling = dependsOn.filter((one) => !isKnown(one));
    if (!isKnown(ref)) diagnostics.push(strayEntry(ref, at));
    else if (dangling.length > 0) diagnostics.push(danglingReferences(ref, dangling, at));
  }
  return { find: (ref) => byRef.get(ref), diagnostics };
}

function duplicate({ ref = '', at }: BomEntry, first: BomEntry): Diagnostic {
  return entryProblem(
    at,
    `the bom-ref ${quote(ref)} stands for a component on line ${first.at.line} already`,
    'A bom-ref must be unique in its file; the edges of the graph were drawn to the first.',
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

const serviceSchema = z.looseObject({ 'bom-ref': z.string().optional(), services: z.array(z.unknown()).optional() });

function serviceReferences(services: readonly unknown[]): string[] {
  return services.flatMap((value) => {
    const service = salvage(serviceSchema, value).value;
    const ref = service?.['bom-ref'];
    return [...(ref === undefined ? [] : [ref]), ...serviceReferences(service?.services ?? [])];
  });
}
