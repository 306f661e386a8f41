import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';
import { quote } from '../quote.ts';
import { entryProblem } from '../reading.ts';
import { resolvePath } from './resolve-path.ts';

/** The diagnostic of a package that counts as the product's own for lying in a folder, where no scan of the product sees that. */
export function strayFolder(at: LinePlace, name: string, folder: string): readonly Diagnostic[] {
  if (resolvePath(at.file, folder) !== undefined) return [];
  const message = `${name} is listed as the product's own, but its folder ${quote(folder)} lies outside of the scanned one`;
  return [
    entryProblem(at, message, 'Scan from a folder that holds both, or enter it in tureen.yaml if it is foreign.'),
  ];
}
