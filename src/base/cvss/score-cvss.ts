import { onceForText } from '../remembering/once-for-text.ts';
import { scoreCvss2 } from './score-cvss-2.ts';
import { scoreCvss3 } from './score-cvss-3.ts';
import { scoreCvss4 } from './score-cvss-4.ts';

/** The three scores of a vector; where it states no metrics of threat or environment, these count as not defined. */
export type CvssScores = { readonly base: number; readonly threat: number; readonly environmental: number };

/** What a version of CVSS makes of a vector. */
export type VersionScores = CvssScores & {
  /** The scores beyond the base for which the vector states metrics. */
  readonly stated: readonly ('threat' | 'environmental')[];
};

/** What a CVSS vector says: how severe a defect is in general. It is not the risk to a patient. */
export type Cvss = CvssScores & {
  readonly version: '2.0' | '3.0' | '3.1' | '4.0';
  /** The score that takes in all that the vector states, and which one that is. */
  readonly score: number;
  readonly of: keyof CvssScores;
  readonly rating: CvssRating;
};

/** The word for a score: CVSS 3.1 section 5 and 4.0 section 6; for CVSS 2.0, which has none, the NVD's. */
export type CvssRating = 'none' | 'low' | 'medium' | 'high' | 'critical';

/** Scores a vector of CVSS 2.0, 3.0, 3.1 or 4.0; `undefined` when the text is none. */
export const scoreCvss = onceForText((vector): Cvss | undefined => {
  const text = vector.trim();
  if (text.startsWith('CVSS:4.0/')) return finish('4.0', scoreCvss4(text.slice(9)));
  if (text.startsWith('CVSS:3.1/')) return finish('3.1', scoreCvss3(text.slice(9), '3.1'));
  if (text.startsWith('CVSS:3.0/')) return finish('3.0', scoreCvss3(text.slice(9), '3.0'));
  return finish('2.0', scoreCvss2(bare(text)));
});

/** Vectors of CVSS 2.0 stand with or without brackets, and bear no version, or one that others put before them. */
function bare(text: string): string {
  const inner = text.startsWith('(') && text.endsWith(')') ? text.slice(1, -1) : text;
  return inner.startsWith('CVSS:2.0/') ? inner.slice(9) : inner;
}

function finish(version: Cvss['version'], scores: VersionScores | undefined): Cvss | undefined {
  if (scores === undefined) return undefined;
  const { stated, base, threat, environmental } = scores;
  const of = stated.includes('environmental') ? 'environmental' : stated.includes('threat') ? 'threat' : 'base';
  const score = scores[of];
  return { version, base, threat, environmental, score, of, rating: rate(version, score) };
}

function rate(version: Cvss['version'], score: number): CvssRating {
  if (score >= 9 && version !== '2.0') return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 || version === '2.0' ? 'low' : 'none';
}
