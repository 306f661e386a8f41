import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LocatedDiagnostic } from '../../model/plugs/diagnostic-export.ts';
import type { Host } from '../host.ts';
import { positionsIn } from './positions-in.ts';

/** Turns key paths into lines, sorted by file, line and rule, those about the folder as a whole last: as diagnostics are shown. */
export async function locateDiagnostics(
  host: Host,
  diagnostics: readonly Diagnostic[],
): Promise<readonly LocatedDiagnostic[]> {
  const find = await positionsIn(
    host,
    diagnostics.map(({ place }) => place),
  );
  return diagnostics
    .map(({ place, ...rest }): LocatedDiagnostic => {
      const { line, column } = find(place);
      return { ...rest, file: place.file, line, column };
    })
    .toSorted(byPlace);
}

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
