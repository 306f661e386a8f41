import type { Diagnostic } from '../model/diagnostic.ts';
import type { Dossier } from '../model/dossier.ts';
import type { Rule } from '../model/plugs/rule.ts';
import type { WaivedDiagnostic } from '../model/records/waiver.ts';
import { applyRules, applyWaiverRules } from './apply-rules.ts';
import { applyWaivers } from './apply-waivers.ts';

/** What the rules have against a dossier: what counts, and what waivers say is left undone on purpose. */
export type Asked = { readonly open: readonly Diagnostic[]; readonly waived: readonly WaivedDiagnostic[] };

/**
 * Asks every rule, takes out what is waived, and asks the rules about waivers what they think of those; `known` are all rules
 * that there are, whether they are asked or not.
 */
export function askRules(rules: readonly Rule[], dossier: Dossier, known: readonly Rule[] = rules): Asked {
  const { open, waived, entries } = applyWaivers(applyRules(rules, dossier), dossier, known);
  return { open: [...open, ...applyWaiverRules(rules, entries)], waived };
}
