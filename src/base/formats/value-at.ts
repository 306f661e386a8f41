import type { KeyPath } from '../../model/place.ts';

/** The part of a value at a key path; `undefined` where there is none. */
export function valueAt(value: unknown, keyPath: KeyPath): unknown {
  return keyPath.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Readonly<Record<string | number, unknown>>)[key]
        : undefined,
    value,
  );
}
