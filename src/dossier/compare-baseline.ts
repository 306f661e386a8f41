import { packageOf } from '../base/packages/purl.ts';
import type { CheckBaseline, KnownProblem } from '../model/records/check-baseline.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

/** Diagnostics measured against a baseline. */
export type Compared = {
  /** What the baseline does not know: all of a rule, file and package where there are more of it than it knows. */
  readonly fresh: readonly Diagnostic[];
  readonly known: readonly Diagnostic[];
  /** What the baseline knows and is no longer there, or less often; it can be taken out of it. */
  readonly solved: readonly KnownProblem[];
};

/** Parts what was there before from what is new; notes only tell, and are never new. What was not asked for is not solved. */
export function compareBaseline(
  diagnostics: readonly Diagnostic[],
  { known }: CheckBaseline,
  notAsked: ReadonlySet<string> = new Set(),
): Compared {
  const keyOf = keysOf(known);
  const counts = countProblems(diagnostics, keyOf);
  const allowed = new Map(known.map((problem) => [keyOf(problem), problem.count]));
  const isKnown = (diagnostic: Diagnostic) => {
    const key = keyOf(problemOf(diagnostic));
    return diagnostic.severity === 'note' || (counts.get(key)?.count ?? 0) <= (allowed.get(key) ?? 0);
  };
  return {
    fresh: diagnostics.filter((one) => !isKnown(one)),
    known: diagnostics.filter(isKnown),
    solved: known.flatMap((problem) => {
      const count = problem.count - (counts.get(keyOf(problem))?.count ?? 0);
      return count > 0 && !notAsked.has(problem.rule) ? [{ ...problem, count }] : [];
    }),
  };
}

/** Everything that is wrong today as the baseline of tomorrow, sorted. */
export function makeBaseline(diagnostics: readonly Diagnostic[], today: string): CheckBaseline {
  const problems = [...countProblems(diagnostics, exactKey)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { made: today, known: problems.map(([, problem]) => problem) };
}

/** A baseline without what has been solved since; nothing is ever added to it. */
export function shrinkBaseline(
  { made, known }: CheckBaseline,
  diagnostics: readonly Diagnostic[],
  notAsked: ReadonlySet<string> = new Set(),
): CheckBaseline {
  const keyOf = keysOf(known);
  const counts = countProblems(diagnostics, keyOf);
  return {
    made,
    known: known.flatMap((problem) => {
      if (notAsked.has(problem.rule)) return [problem];
      const count = Math.min(problem.count, counts.get(keyOf(problem))?.count ?? 0);
      return count === 0 ? [] : [{ ...problem, count }];
    }),
  };
}

function countProblems(
  diagnostics: readonly Diagnostic[],
  keyOf: (problem: KnownProblem) => string,
): ReadonlyMap<string, KnownProblem> {
  const counts = new Map<string, KnownProblem>();
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity === 'note') continue;
    const problem = problemOf(diagnostic);
    const key = keyOf(problem);
    counts.set(key, { ...problem, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return counts;
}

function problemOf({ rule, place, subject, anomaly }: Diagnostic): KnownProblem {
  return {
    rule,
    file: place.file,
    ...(subject !== undefined && { subject: packageOf(subject) }),
    ...(anomaly !== undefined && { anomaly }),
    count: 1,
  };
}

function exactKey({ rule, file, subject = '', anomaly = '' }: KnownProblem): string {
  return JSON.stringify([rule, file, subject, anomaly]);
}

/**
 * What counts as the same as a problem that is known. A baseline of before rules told packages and anomalies knows some by less:
 * then all that it may have meant count as it.
 */
function keysOf(known: readonly KnownProblem[]): (problem: KnownProblem) => string {
  const exact = new Set(known.map(exactKey));
  return (problem) => {
    const ofPackage = { ...problem, anomaly: undefined };
    const keys = [problem, ofPackage, { ...ofPackage, subject: undefined }].map(exactKey);
    return keys.find((key) => exact.has(key)) ?? exactKey(problem);
  };
}
