import type { Cell } from '../../model/document.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Filed } from '../../model/filed.ts';
import type { KeyPath, KeyPlace } from '../../model/place.ts';
import type { SoupItem } from '../../model/soup-item.ts';

/** Says that a part is not written, where it would stand: as a fault when a rule asks for it, quietly when none does. */
export type NotWritten = (place: KeyPlace) => Cell;

/** Prepares `NotWritten` from what the rules found: the report asks for nothing that they do not. */
export function notWrittenBy(diagnostics: readonly Diagnostic[]): NotWritten {
  return (place) => {
    const asked = diagnostics.some(
      (diagnostic) =>
        'keyPath' in diagnostic.place &&
        diagnostic.place.file === place.file &&
        isWithin(diagnostic.place.keyPath, place.keyPath),
    );
    return asked
      ? { text: 'not written yet', tone: 'bad', place }
      : { text: 'not written; not asked here', tone: 'quiet', place };
  };
}

/** What the rules have against one record, each thing once. */
export function faultsOf({ file }: Filed<SoupItem>, diagnostics: readonly Diagnostic[]): readonly string[] {
  return [...new Set(diagnostics.filter(({ place }) => place.file === file).map(({ message }) => message))];
}

function isWithin(inner: KeyPath, outer: KeyPath): boolean {
  return outer.every((key, index) => inner[index] === key);
}
