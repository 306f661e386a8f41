import { evaluate } from '../../dossier/evaluation/evaluate.ts';
import { enquire, enrich } from '../../dossier/evaluation/enrich.ts';
import type { CpeMappings } from '../../dossier/evaluation/products/mapped-component.ts';
import type { Component } from '../../model/component.ts';
import type { Evaluation } from '../../model/anomalies/evaluation.ts';
import { findMapped, withCves } from './find-mapped.ts';
import type { FreshStore } from './open-fresh-store.ts';

/** Matches components with the advisories of a store, and adds all that the store knows of what was found. */
export function matchComponents(
  { store, content }: FreshStore,
  components: readonly Component[],
  mappings: CpeMappings,
  day: string,
): Evaluation {
  const matched = evaluate(components, store.candidates, content, day, findMapped(store, mappings));
  const enquiry = enquire(matched, components);
  const known = enrich(matched.evaluation, components, enquiry, store.facts(enquiry.ids, enquiry.packages));
  return withCves(known, enquiry, store);
}
