import type { Finding } from '../../model/anomalies/evaluation.ts';

/** How grave findings of one defect are by what is published, which no patient feels. */
export type Gravity = {
  readonly malware: boolean;
  readonly exploited: boolean;
  /** The gravest that a vector gives, else the gravest word of a source, which has no score. */
  readonly severity: { readonly score: number | undefined; readonly rating: string } | undefined;
};

/** How grave findings of one defect are together. */
export function gravityOf(findings: readonly Pick<Finding, 'kind' | 'kev' | 'severities'>[]): Gravity {
  return {
    malware: findings.some(({ kind }) => kind === 'malware'),
    exploited: findings.some(({ kev }) => kev !== undefined),
    severity: gravest(findings.flatMap(({ severities }) => severities)),
  };
}

/** Orders the gravest first: malicious packages before all, then what is known to be exploited, then by the severity. */
export function compareGravity(a: Gravity, b: Gravity): number {
  return rank(b) - rank(a);
}

/** The marks of a defect, the gravest first; none where nobody states how grave it is. */
export function gravityMarks({ malware, exploited, severity }: Gravity): readonly string[] {
  return [
    ...(malware ? ['malicious package'] : []),
    ...(exploited ? ['exploited'] : []),
    ...(severity === undefined
      ? []
      : [`${severity.rating}${severity.score === undefined ? '' : ` ${severity.score.toFixed(1)}`}`]),
  ];
}

/** How many defects there are of each mark, the gravest first; each counts once, by the gravest of its marks. */
export function countGravities(all: readonly Gravity[]): readonly string[] {
  const names = all.map((one) => nameOf(one));
  const words = ['malicious package', 'exploited', 'critical', 'high', 'medium', 'low'];
  const counts = [...words, unrated].map((name) => [names.filter((one) => one === name).length, name] as const);
  return counts.flatMap(([count, name]) => (count === 0 ? [] : [`${count} ${name}`]));
}

const unrated = 'without a severity';

/** Words that sources use, as CVSS has them. */
function nameOf({ malware, exploited, severity }: Gravity): string {
  if (malware) return 'malicious package';
  if (exploited) return 'exploited';
  const score = scoreOf(severity);
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : unrated;
}

function gravest(severities: Finding['severities']): Gravity['severity'] {
  const scored = severities.flatMap(({ score, rating, used }) =>
    used === true && score !== undefined && rating !== undefined ? [{ score, rating }] : [],
  );
  const worded = severities.flatMap(({ value }) => {
    const rating = value.toLowerCase();
    return leastScores.has(rating) ? [{ score: undefined, rating }] : [];
  });
  return (scored.length > 0 ? scored : worded).toSorted((a, b) => scoreOf(b) - scoreOf(a))[0];
}

/** The least that CVSS scores for what sources call by a word. */
const leastScores: ReadonlyMap<string, number> = new Map([
  ['critical', 9],
  ['high', 7],
  ['important', 7],
  ['moderate', 4],
  ['medium', 4],
  ['low', 0.1],
]);

function scoreOf(severity: Gravity['severity']): number {
  return severity === undefined ? 0 : (severity.score ?? leastScores.get(severity.rating) ?? 0);
}

function rank({ malware, exploited, severity }: Gravity): number {
  return (malware ? 200 : 0) + (exploited ? 100 : 0) + scoreOf(severity);
}
