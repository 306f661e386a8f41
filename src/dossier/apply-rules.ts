import type { SafetyClass } from '../model/clause.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Dossier } from '../model/dossier.ts';
import type { Problem, Rule } from '../model/rule.ts';

/** Asks each rule about its subjects, each at its own class, and collects what they found, by file and rule. */
export function applyRules(rules: readonly Rule[], dossier: Dossier): readonly Diagnostic[] {
  return rules.flatMap((rule) => ask(rule, dossier).map((problem) => diagnose(rule, problem)));
}

function ask(rule: Rule, dossier: Dossier): readonly Problem[] {
  if (rule.subject === 'device') return rule.check(dossier);
  if (rule.subject === 'item') {
    return dossier.items.filter((item) => isAsked(rule, item.class)).flatMap((item) => rule.check(item, dossier));
  }
  return dossier.entries.filter((entry) => isAsked(rule, entry.class)).flatMap((entry) => rule.check(entry, dossier));
}

/** What no software item claims is unclassified, and counts as class C (4.3). */
function isAsked(rule: Rule, subject: SafetyClass | undefined): boolean {
  return rule.classes.includes(subject ?? 'C');
}

function diagnose(rule: Rule, { message, place, help }: Problem): Diagnostic {
  return { rule: rule.id, severity: rule.severity, message, place, clause: rule.clause, help: help ?? rule.help };
}
