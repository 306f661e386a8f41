import { applyRules } from '../dossier/apply-rules.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Dossier } from '../model/dossier.ts';
import { rules } from '../rules/index.ts';
import type { Host } from './host.ts';
import { openDossier } from './open-dossier.ts';

/** What `check` found, and the dossier it looked at where the records could be loaded. */
export type Checked = { readonly dossier: Dossier | undefined; readonly diagnostics: readonly Diagnostic[] };

/** Loads the device and asks every rule; what is wrong with the files themselves comes first. */
export async function check(host: Host): Promise<Checked> {
  const { dossier, diagnostics } = await openDossier(host, { usage: true });
  return { dossier, diagnostics: [...diagnostics, ...(dossier === undefined ? [] : applyRules(rules, dossier))] };
}
