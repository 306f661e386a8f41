import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LocatedDiagnostic } from '../../model/plugs/diagnostic-export.ts';
import { locator } from '../../records/locate.ts';
import { decodeText } from '../../base/decode-text.ts';
import type { Host } from '../host.ts';

/** Turns key paths into lines, sorted by file, line and rule, those about the folder as a whole last: as diagnostics are shown. */
export async function locateDiagnostics(
  host: Host,
  diagnostics: readonly Diagnostic[],
): Promise<readonly LocatedDiagnostic[]> {
  const locators = new Map<string, Locator>();
  for (const { place } of diagnostics) {
    if (!('keyPath' in place) || locators.has(place.file)) continue;
    const bytes = await host.files.read(place.file);
    locators.set(place.file, bytes === undefined ? locator('') : locatorOf(place.file, bytes));
  }
  return diagnostics
    .map(({ place, ...rest }): LocatedDiagnostic => {
      const at = 'keyPath' in place ? locators.get(place.file)?.(place) : 'line' in place ? place : undefined;
      return { ...rest, file: place.file, line: at?.line, column: at?.column };
    })
    .toSorted(byPlace);
}

/** Bytes that are given a second time are not read a second time. */
function locatorOf(file: string, bytes: Uint8Array): Locator {
  const known = knownLocators.get(bytes);
  if (known?.file === file) return known.find;
  const find = locator(decodeText(bytes) ?? '');
  knownLocators.set(bytes, { file, find });
  return find;
}

type Locator = ReturnType<typeof locator>;
const knownLocators = new WeakMap<Uint8Array, { readonly file: string; readonly find: Locator }>();

function byPlace(a: LocatedDiagnostic, b: LocatedDiagnostic): number {
  return (
    Number(a.file === '.') - Number(b.file === '.') ||
    compare(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
