import type { KeyPath } from '../../../model/place.ts';
import type { SbomProperty } from '../../../model/inventory/sbom-document.ts';

/** What an annotation of SPDX tells by convention: one `name=value`, or a line `namespace:name: value` for each. */
export function annotationProperties(statement: string | undefined, keyPath: KeyPath): readonly SbomProperty[] {
  const text = statement?.trim() ?? '';
  const [, name, value] = /^([\w:.-]{1,200})=(.*)$/s.exec(text) ?? [];
  if (name !== undefined && value !== undefined) return [{ name, value, keyPath }];
  return text.split('\n').flatMap((line) => {
    const [, named, told] = /^([\w.-]{1,100}(?::[\w.-]{1,100}){1,5}): (.*)$/.exec(line) ?? [];
    return named === undefined || told === undefined ? [] : [{ name: named, value: told, keyPath }];
  });
}
