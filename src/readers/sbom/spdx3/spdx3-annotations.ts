import type { SbomProperty } from '../../../model/inventory/sbom-document.ts';
import { annotationProperties } from '../stated/annotation-properties.ts';
import { referenceOf, textOf, valuesOf, type Spdx3Graph } from './spdx3-graph.ts';

/** What the annotations of a graph tell, by the element that they are about. */
export function spdx3Annotations({ elements }: Spdx3Graph): ReadonlyMap<string, readonly SbomProperty[]> {
  const told = new Map<string, SbomProperty[]>();
  for (const element of elements) {
    if (element.type !== 'Annotation') continue;
    const [subject] = valuesOf(element, 'subject');
    const id = referenceOf(subject);
    if (id === undefined) continue;
    const properties = annotationProperties(textOf(element, 'statement'), [...element.keyPath, 'statement']);
    told.set(id, [...(told.get(id) ?? []), ...properties]);
  }
  return told;
}
