import type { LocatedDiagnostic } from '../../model/plugs/diagnostic-export.ts';
import type { PackName } from '../../model/records/policy.ts';
import type { Host } from '../host.ts';
import { check, type Checked } from './check.ts';
import { keepAnswers } from './keep-answers.ts';
import { locateDiagnostics } from './locate-diagnostics.ts';
import { steadyFiles } from './steady-files.ts';

/** What `check` found, with the line and column of each diagnostic, as an editor shows them. */
export type LocatedCheck = Checked & { readonly located: readonly LocatedDiagnostic[] };

/**
 * Opens a device to be checked again and again while somebody works on it: inventory, imports and records whose files say the
 * same as before are kept, and each check finds what a fresh one would.
 */
export function openChecker(host: Host, pack?: PackName): () => Promise<LocatedCheck> {
  const open = steadyFiles(host.files);
  const keep = keepAnswers();
  return async () => {
    const steady: Host = { ...host, files: open() };
    const checked = await check(steady, pack, keep);
    return { ...checked, located: await locateDiagnostics(steady, checked.diagnostics) };
  };
}
