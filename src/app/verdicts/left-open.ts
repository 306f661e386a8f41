import { askRules } from '../../dossier/ask-rules.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Dossier } from '../../model/dossier.ts';
import { chooseRules } from '../../rules/choose-rules.ts';
import { rules } from '../../rules/index.ts';
import type { TriedFinding } from './open-triage.ts';

/**
 * What the rules of the device have against a judgement of some findings: what they find of the defects that it judges, and what
 * they did not find before; the gravest first.
 */
export function leftOpen(before: Dossier, after: Dossier, judged: readonly TriedFinding[]): readonly Diagnostic[] {
  const known = new Set(problemsOf(before).map(keyOf));
  const ids = new Set(judged.map(({ finding }) => finding.id));
  return problemsOf(after)
    .filter((one) => (one.anomaly !== undefined && ids.has(one.anomaly)) || !known.has(keyOf(one)))
    .toSorted((a, b) => weights[a.severity] - weights[b.severity]);
}

function problemsOf(dossier: Dossier): readonly Diagnostic[] {
  return askRules(chooseRules(rules, dossier.device).rules, dossier, rules).open;
}

/** Positions move when a verdict above is taken out; words do not. */
function keyOf({ rule, message, place }: Diagnostic): string {
  return `${rule} ${place.file} ${message}`;
}

const weights = { error: 0, warning: 1, note: 2 } as const;
