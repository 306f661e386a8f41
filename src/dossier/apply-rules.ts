import { classInForce } from '../base/classes/class-in-force.ts';
import type { SafetyClass } from '../model/clause.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Dossier } from '../model/dossier.ts';
import type { Problem, Rule } from '../model/plugs/rule.ts';
import type { WaiverEntry } from '../model/records/waiver.ts';

/** Asks each rule about its subjects, each at its own class, and collects what they found, by file and rule. */
export function applyRules(rules: readonly Rule[], dossier: Dossier): readonly Diagnostic[] {
  return rules.flatMap((rule) => ask(rule, dossier));
}

/** Asks the rules that are about waivers, once it is known what these waive. */
export function applyWaiverRules(rules: readonly Rule[], entries: readonly WaiverEntry[]): readonly Diagnostic[] {
  return rules.flatMap((rule) =>
    rule.subject === 'waiver' ? entries.flatMap((entry) => diagnose(rule, rule.check(entry))) : [],
  );
}

function ask(rule: Rule, dossier: Dossier): readonly Diagnostic[] {
  if (rule.subject === 'waiver') return [];
  if (rule.subject === 'device') return diagnose(rule, rule.check(dossier));
  if (rule.subject === 'item') {
    return dossier.items
      .filter((item) => isAsked(rule, item.class))
      .flatMap((item) => diagnose(rule, rule.check(item, dossier), item.filed.record.soup));
  }
  return dossier.entries
    .filter((entry) => isAsked(rule, entry.class))
    .flatMap((entry) => diagnose(rule, rule.check(entry, dossier), entry.component.purl));
}

/** What no software item claims is unclassified, and counts as class C (4.3). */
function isAsked(rule: Rule, subject: SafetyClass | undefined): boolean {
  return rule.classes.includes(classInForce(subject));
}

function diagnose(rule: Rule, problems: readonly Problem[], subject?: string): readonly Diagnostic[] {
  return problems.map(({ message, place, help }) => ({
    rule: rule.id,
    severity: rule.severity,
    message,
    place,
    clause: rule.clause,
    help: help ?? rule.help,
    ...(subject !== undefined && { subject }),
  }));
}
