import { askRules } from '../../dossier/ask-rules.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { WaitingRule } from '../../model/records/unread-file.ts';
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
  /** The rules that were not asked, for what they miss may stand in files that cannot be read. */
  readonly waiting: readonly WaitingRule[];
  /** The rules that one pack, which somebody asked for, leaves out. */
  readonly leftOut: ReadonlySet<string>;
};

/** Loads the device and asks the rules of its policy, or of one pack; what is wrong with the files themselves comes first. */
export async function check(host: Host, pack?: PackName, keep: Keep = afresh): Promise<Checked> {
  const { dossier, diagnostics } = await openDossier(host, { usage: true }, keep);
  if (dossier === undefined) return { dossier, diagnostics, waived: [], waiting: [], leftOut: new Set() };
  const chosen = chooseRules(rules, dossier.device, pack);
  const { open, waived, waiting } = askRules(chosen.rules, dossier, rules);
  const asked = new Set(chosen.rules.map(({ id }) => id));
  const leftOut = pack === undefined ? [] : rules.map(({ id }) => id).filter((id) => !asked.has(id));
  return {
    dossier,
    diagnostics: [...diagnostics, ...chosen.diagnostics, ...open],
    waived,
    waiting,
    leftOut: new Set(leftOut),
  };
}
