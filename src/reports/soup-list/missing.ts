import type { Cell } from '../../model/document.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ItemEntry } from '../../model/dossier.ts';
import type { KeyPath, KeyPlace } from '../../model/place.ts';
import { inheritable } from '../../model/records/inheritance.ts';
import { itemAnchor, nameOf } from '../cells.ts';

/** Says that a part is not written, where it would stand: as a fault when a rule asks for it, quietly when none does. */
export type NotWritten = (place: KeyPlace) => Cell;

/** Prepares `NotWritten` from what the rules found; a licence is always asked for, by question 5 of the reality check. */
export function notWrittenBy(diagnostics: readonly Diagnostic[]): NotWritten {
  return (place) => {
    const asked =
      place.keyPath[0] === 'licence' ||
      diagnostics.some(
        (diagnostic) =>
          'keyPath' in diagnostic.place &&
          diagnostic.place.file === place.file &&
          isWithin(diagnostic.place.keyPath, place.keyPath),
      );
    return asked ? { text: unwritten.asked, tone: 'bad', place } : { text: unwritten.notAsked, tone: 'quiet', place };
  };
}

/** How it is said that a part is not written. */
export const unwritten = { asked: 'not written yet', notAsked: 'not written; not asked here' } as const;

/** Says of a part that is not written by whose record it holds, where it is inherited. */
export function orInherited({ inheritance }: ItemEntry, notWritten: NotWritten): NotWritten {
  return (place) => {
    const key = inheritable.find((one) => place.keyPath.length === 1 && one === place.keyPath[0]);
    const held = key && inheritance.held.get(key);
    if (held === undefined) return notWritten(place);
    const { holder, index } = held;
    const at = { file: place.file, keyPath: ['inherits', index] };
    return { text: `by the record of ${nameOf(holder)}`, link: itemAnchor(holder), place: at };
  };
}

/** What the rules have against one record and its own components, each thing once. */
export function faultsOf({ filed, own }: ItemEntry, diagnostics: readonly Diagnostic[]): readonly string[] {
  const lines = new Set(own.flatMap(({ component }) => component.foundAt.map(({ file, line }) => `${file}:${line}`)));
  const about = diagnostics.filter(
    ({ place }) => place.file === filed.file || ('line' in place && lines.has(`${place.file}:${place.line}`)),
  );
  return [...new Set(about.map(({ message }) => message))];
}

function isWithin(inner: KeyPath, outer: KeyPath): boolean {
  return outer.every((key, index) => inner[index] === key);
}
