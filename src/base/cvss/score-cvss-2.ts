import { readVector, type Metrics } from './read-vector.ts';
import type { VersionScores } from './version-scores.ts';
import { statedScores, valuesOf, weightOf, type Weights } from './weights.ts';

/** Scores a vector of CVSS 2.0 (FIRST, section 3.2). */
export function scoreCvss2(text: string): VersionScores | undefined {
  const metrics = readVector(text, valuesOf(weights), ['AV', 'AC', 'Au', 'C', 'I', 'A']);
  if (metrics === undefined) return undefined;
  const weigh = (metric: string) => weightOf(weights, metrics, metric);
  const threat = weigh('E') * weigh('RL') * weigh('RC');
  const base = round(baseOf(metrics, impactOf(weigh('C'), weigh('I'), weigh('A'))));
  const impact = impactOf(weigh('C') * weigh('CR'), weigh('I') * weigh('IR'), weigh('A') * weigh('AR'));
  const adjusted = round(round(baseOf(metrics, Math.min(10, impact))) * threat);
  return {
    base,
    threat: round(base * threat),
    environmental: round((adjusted + (10 - adjusted) * weigh('CDP')) * weigh('TD')),
    stated: statedScores(metrics, 'ND', ['E', 'RL', 'RC'], ['CDP', 'TD', 'CR', 'IR', 'AR']),
  };
}

function impactOf(confidentiality: number, integrity: number, availability: number): number {
  return 10.41 * (1 - (1 - confidentiality) * (1 - integrity) * (1 - availability));
}

function baseOf(metrics: Metrics, impact: number): number {
  if (impact === 0) return 0;
  const exploitability = ['AV', 'AC', 'Au'].reduce((product, each) => product * weightOf(weights, metrics, each), 20);
  return Math.max((0.6 * impact + 0.4 * exploitability - 1.5) * 1.176, 0);
}

/** To one decimal; the sixth place takes away what binary fractions add. */
function round(score: number): number {
  return Math.round(Number((score * 10).toFixed(6))) / 10;
}

const impacts = { N: 0, P: 0.275, C: 0.66 };
const requirements = { ND: 1, L: 0.5, M: 1, H: 1.51 };

const weights: Weights = {
  AV: { L: 0.395, A: 0.646, N: 1 },
  AC: { H: 0.35, M: 0.61, L: 0.71 },
  Au: { M: 0.45, S: 0.56, N: 0.704 },
  C: impacts,
  I: impacts,
  A: impacts,
  E: { ND: 1, U: 0.85, POC: 0.9, F: 0.95, H: 1 },
  RL: { ND: 1, OF: 0.87, TF: 0.9, W: 0.95, U: 1 },
  RC: { ND: 1, UC: 0.9, UR: 0.95, C: 1 },
  CDP: { ND: 0, N: 0, L: 0.1, LM: 0.3, MH: 0.4, H: 0.5 },
  TD: { ND: 1, N: 0, L: 0.25, M: 0.75, H: 1 },
  CR: requirements,
  IR: requirements,
  AR: requirements,
};
