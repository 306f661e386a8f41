import { askRules } from '../../dossier/ask-rules.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { WaivedDiagnostic } from '../../model/records/waiver.ts';
import type { PackName } from '../../model/records/policy.ts';
import { chooseRules } from '../../rules/choose-rules.ts';
import { rules } from '../../rules/index.ts';
import type { Host } from '../host.ts';
import { afresh, type Keep } from '../keep.ts';
import { openDossier } from '../open-dossier.ts';

/** What `check` found, and the dossier it looked at where the records could be loaded. */
export type Checked = {
  readonly dossier: Dossier | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** What the rules found and a person has left undone on purpose. */
  readonly waived: readonly WaivedDiagnostic[];
};

/** Loads the device and asks the rules of its policy, or of one pack; what is wrong with the files themselves comes first. */
export async function check(host: Host, pack?: PackName, keep: Keep = afresh): Promise<Checked> {
  const { dossier, diagnostics } = await openDossier(host, { usage: true }, keep);
  if (dossier === undefined) return { dossier, diagnostics, waived: [] };
  const chosen = chooseRules(rules, dossier.device, pack);
  const { open, waived } = askRules(chosen.rules, dossier, rules);
  return { dossier, diagnostics: [...diagnostics, ...chosen.diagnostics, ...open], waived };
}
