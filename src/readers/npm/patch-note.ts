import { quote } from '../../base/quote.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';

/** Tells that the product changes a package by a patch of its own, so that what ships is not what was published. */
export function patchNote(at: LinePlace, name: string, patch: string | undefined): Diagnostic {
  const by = patch === undefined ? 'a patch' : `the patch ${quote(patch)}`;
  return {
    rule: 'reading/entry',
    severity: 'note',
    message: `${quote(name)} is changed by ${by}: what ships is not what was published`,
    place: at,
    help: 'Say in the record of the package what the patch changes and why; advisories know only what was published.',
  };
}
