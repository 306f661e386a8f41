import type { Diagnostic } from '../model/diagnostic.ts';
import type { Dossier } from '../model/dossier.ts';
import type { Rule } from '../model/plugs/rule.ts';
import type { WaitingRule } from '../model/records/unread-file.ts';
import type { WaivedDiagnostic } from '../model/records/waiver.ts';
import { applyWaiverRules, findProblems } from './apply-rules.ts';
import { applyWaivers } from './apply-waivers.ts';
import { sortRules, tellWaiting } from './waiting-rules.ts';

/** What the rules have against a dossier: what counts, what waivers say is left undone on purpose, and which rules wait. */
export type Asked = {
  readonly open: readonly Diagnostic[];
  readonly waived: readonly WaivedDiagnostic[];
  readonly waiting: readonly WaitingRule[];
};

/**
 * Asks every rule that need not wait, takes out what is waived, and asks the rules about waivers what they think of those;
 * `known` are all rules that there are, whether they are asked or not.
 */
export function askRules(rules: readonly Rule[], dossier: Dossier, known: readonly Rule[] = rules): Asked {
  const { asked, waiting } = sortRules(rules, dossier.unread);
  const { open, waived, entries } = applyWaivers(findProblems(asked, dossier), dossier, { asked, known });
  return { open: [...tellWaiting(waiting), ...open, ...applyWaiverRules(asked, entries)], waived, waiting };
}
