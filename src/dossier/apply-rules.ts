import { classInForce } from '../base/classes/class-in-force.ts';
import { packageOf } from '../base/packages/purl.ts';
import type { SafetyClass } from '../model/clause.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Dossier } from '../model/dossier.ts';
import type { Found, Problem, Rule } from '../model/plugs/rule.ts';
import type { WaiverEntry } from '../model/records/waiver.ts';
import { aboutPlaces } from './about-place.ts';

/** Asks each rule about its subjects, each at its own class, and collects what they found, by file and rule. */
export function applyRules(rules: readonly Rule[], dossier: Dossier): readonly Diagnostic[] {
  return findProblems(rules, dossier).map(diagnose);
}

/** What the rules find, each with what it is about, before the waivers are asked. */
export function findProblems(rules: readonly Rule[], dossier: Dossier): readonly Found[] {
  const aboutPlace = aboutPlaces(dossier);
  return rules.flatMap((rule) =>
    ask(rule, dossier).map((problem) => ({
      rule,
      problem: problem.about === undefined ? { ...problem, about: aboutPlace(problem.place) } : problem,
    })),
  );
}

/** Asks the rules that are about waivers, once it is known what these waive. */
export function applyWaiverRules(rules: readonly Rule[], entries: readonly WaiverEntry[]): readonly Diagnostic[] {
  return rules.flatMap((rule) =>
    rule.subject === 'waiver'
      ? entries.flatMap((entry) => rule.check(entry)).map((problem) => diagnose({ rule, problem }))
      : [],
  );
}

/** A problem with what its rule says of it; its subject is told where it is about one package. */
export function diagnose({ rule, problem: { message, place, help, about = [] } }: Found): Diagnostic {
  const [subject] = about;
  const anomaly = subject?.anomalies?.[0];
  const isOne = subject !== undefined && about.every(({ purl }) => packageOf(purl) === packageOf(subject.purl));
  return {
    rule: rule.id,
    severity: rule.severity,
    message,
    place,
    clause: rule.clause,
    help: help ?? rule.help,
    ...(isOne && { subject: about.length === 1 ? subject.purl : packageOf(subject.purl) }),
    ...(anomaly !== undefined && about.every(({ anomalies }) => anomalies?.[0] === anomaly) && { anomaly }),
  };
}

function ask(rule: Rule, dossier: Dossier): readonly Problem[] {
  if (rule.subject === 'waiver') return [];
  if (rule.subject === 'device') return rule.check(dossier);
  if (rule.subject === 'item') {
    return dossier.items
      .filter((item) => isAsked(rule, item.class))
      .flatMap((item) => rule.check(item, dossier).map(about(item.filed.record.soup)));
  }
  return dossier.entries
    .filter((entry) => isAsked(rule, entry.class))
    .flatMap((entry) => rule.check(entry, dossier).map(about(entry.component.purl)));
}

function about(purl: string): (problem: Problem) => Problem {
  return (problem) => ({ ...problem, about: [{ purl }] });
}

/** What no software item claims is unclassified, and counts as class C (4.3). */
function isAsked(rule: Rule, subject: SafetyClass | undefined): boolean {
  return rule.classes.includes(classInForce(subject));
}
