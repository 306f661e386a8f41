import type { ItemEntry } from '../../model/dossier.ts';

/** The versions of an item that are in use, which a disposition is judged for. */
export function versionsOf({ own }: ItemEntry): readonly string[] {
  return [...new Set(own.flatMap(({ component }) => component.version ?? []))];
}

/** A key with a list, or nothing where the list is empty. */
export function filled(key: string, values: readonly string[]): Readonly<Record<string, readonly string[]>> {
  return values.length === 0 ? {} : { [key]: values };
}
