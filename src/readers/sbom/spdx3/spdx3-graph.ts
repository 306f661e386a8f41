import { z } from 'zod';
import type { KeyPath } from '../../../model/place.ts';

/** An element of an SPDX 3 graph, of which nothing is checked but that it is an object. */
export type Spdx3Element = {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly id: string | undefined;
  /** Its class without the profile: `Package`, `Relationship`, `LifecycleScopedRelationship`. */
  readonly type: string;
  readonly keyPath: KeyPath;
};

/** All elements of a graph, those that stand inside others too, and by their identifiers. */
export type Spdx3Graph = {
  readonly elements: readonly Spdx3Element[];
  readonly find: (reference: unknown) => Spdx3Element | undefined;
};

/** The outer shape of SPDX 3 in JSON-LD: a graph, or one element alone. */
export const spdx3Schema = z.looseObject({ '@context': z.unknown(), '@graph': z.array(z.unknown()).optional() });

/** Collects the elements; writers may put one inside another where it is mentioned first. */
export function spdx3Graph(document: z.infer<typeof spdx3Schema>): Spdx3Graph {
  const graph = document['@graph'];
  const waiting: { value: unknown; keyPath: KeyPath }[] =
    graph === undefined
      ? [{ value: document, keyPath: [] }]
      : graph.map((value, index) => ({ value, keyPath: ['@graph', index] }));
  const elements: Spdx3Element[] = [];
  const byId = new Map<string, Spdx3Element>();
  for (const { value, keyPath } of waiting) {
    if (!isFields(value)) continue;
    const type = localName(firstText(value['type'] ?? value['@type']) ?? '');
    const id = firstText(value['spdxId'] ?? value['@id'] ?? value['id']);
    const element = { fields: value, id, type, keyPath };
    if (type !== '') elements.push(element);
    if (type !== '' && id !== undefined && !byId.has(id)) byId.set(id, element);
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner !== 'object' || inner === null || key === '@context') continue;
      const list: readonly unknown[] = Array.isArray(inner) ? inner : [inner];
      list.forEach((one, index) => {
        if (typeof one === 'object' && one !== null)
          waiting.push({ value: one, keyPath: Array.isArray(inner) ? [...keyPath, key, index] : [...keyPath, key] });
      });
    }
  }
  const byFields = new Map(elements.map((element) => [element.fields, element] as const));
  return {
    elements,
    find: (reference) =>
      typeof reference === 'string' ? byId.get(reference) : isFields(reference) ? byFields.get(reference) : undefined,
  };
}

/** The key that a property is written under: with its profile (`software_packageVersion`, `software:…`) or without. */
export function keyOf({ fields }: Pick<Spdx3Element, 'fields'>, name: string, profile?: string): string {
  const spellings = profile === undefined ? [name] : [`${profile}_${name}`, `${profile}:${name}`, name];
  return spellings.find((key) => Object.hasOwn(fields, key)) ?? spellings[0] ?? name;
}

/** The values of a property, of which there may be one or a list. */
export function valuesOf(element: Pick<Spdx3Element, 'fields'>, name: string, profile?: string): readonly unknown[] {
  const value = element.fields[keyOf(element, name, profile)];
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

/** The first text of a property. */
export function textOf(element: Pick<Spdx3Element, 'fields'>, name: string, profile?: string): string | undefined {
  return valuesOf(element, name, profile).find((value) => typeof value === 'string');
}

/** All texts of a property. */
export function textsOf(element: Pick<Spdx3Element, 'fields'>, name: string, profile?: string): readonly string[] {
  return valuesOf(element, name, profile).filter((value) => typeof value === 'string');
}

/** The identifier that a reference names, or that an element inside another has. */
export function referenceOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return isFields(value) ? firstText(value['spdxId'] ?? value['@id']) : undefined;
}

/** The last part of an address or of a name with a profile: `software_Package` is `Package`. */
export function localName(text: string): string {
  return text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('_'), text.lastIndexOf(':')) + 1);
}

/** Whether a value is an object with fields. */
export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstText(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : undefined;
}
