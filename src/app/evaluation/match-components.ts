import { evaluate, packagesToAsk } from '../../dossier/evaluation/evaluate.ts';
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
  const candidates = store.candidates(packagesToAsk(components));
  const matched = evaluate(components, candidates, content, day, findMapped(store, mappings));
  const enquiry = enquire(matched, components, candidates);
  const known = enrich(matched, components, enquiry, store.facts(enquiry.ids, enquiry.packages));
  return withCves(known, enquiry, store);
}
