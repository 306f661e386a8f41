import { readVector, type Metrics } from './read-vector.ts';
import type { VersionScores } from './version-scores.ts';
import { statedScores, valuesOf, weightOf, type Weights } from './weights.ts';

type Version = '3.0' | '3.1';

/** Scores a vector of CVSS 3.0 (FIRST, section 8) or 3.1 (section 7), which differ in rounding and in one exponent. */
export function scoreCvss3(text: string, version: Version): VersionScores | undefined {
  const metrics = readVector(text, values, [...basic]);
  if (metrics === undefined) return undefined;
  const modified = new Map([...metrics, ...basic.map((metric) => [metric, modifiedValue(metrics, metric)] as const)]);
  const weigh = (metric: string) => weightOf(weights, metrics, metric);
  const roundUp = rounding[version];
  const threat = weigh('E') * weigh('RL') * weigh('RC');
  const loss = 1 - (1 - weigh('C')) * (1 - weigh('I')) * (1 - weigh('A'));
  const base = combine(metrics, impactOf(metrics, loss, (loss - 0.02) ** 15), roundUp);
  const adjusted = adjustedLoss(modified);
  const tail = version === '3.0' ? (adjusted - 0.02) ** 15 : (adjusted * 0.9731 - 0.02) ** 13;
  return {
    base,
    threat: roundUp(base * threat),
    environmental: roundUp(combine(modified, impactOf(modified, adjusted, tail), roundUp) * threat),
    stated: statedScores(metrics, 'X', ['E', 'RL', 'RC'], ['CR', 'IR', 'AR', ...basic.map((metric) => `M${metric}`)]),
  };
}

const basic = ['AV', 'AC', 'PR', 'UI', 'S', 'C', 'I', 'A'] as const;

function modifiedValue(metrics: Metrics, metric: string): string {
  const modified = metrics.get(`M${metric}`) ?? 'X';
  return modified === 'X' ? (metrics.get(metric) ?? '') : modified;
}

function adjustedLoss(modified: Metrics): number {
  const kept = ['C', 'I', 'A'].map(
    (metric) => 1 - weightOf(weights, modified, metric) * weightOf(weights, modified, `${metric}R`),
  );
  return Math.min(1 - kept.reduce((product, each) => product * each, 1), 0.915);
}

function impactOf(metrics: Metrics, loss: number, tail: number): number {
  return metrics.get('S') === 'C' ? 7.52 * (loss - 0.029) - 3.25 * tail : 6.42 * loss;
}

/** Privileges weigh more where the scope changes. */
function combine(metrics: Metrics, impact: number, roundUp: (score: number) => number): number {
  if (impact <= 0) return 0;
  const changed = metrics.get('S') === 'C';
  const privileges = weightOf(changed ? weightsOfChangedScope : weights, metrics, 'PR');
  const weigh = (metric: string) => weightOf(weights, metrics, metric);
  const exploitability = 8.22 * weigh('AV') * weigh('AC') * privileges * weigh('UI');
  return roundUp(Math.min((changed ? 1.08 : 1) * (impact + exploitability), 10));
}

/** Up to one decimal: 3.0 leaves binary fractions to the reader, 3.1 counts in whole hundred thousandths. */
const rounding: Readonly<Record<Version, (score: number) => number>> = {
  '3.0': (score) => Math.ceil(Number((score * 10).toFixed(8))) / 10,
  '3.1': (score) => Math.ceil(Math.round(score * 100_000) / 10_000) / 10,
};

const impacts = { N: 0, L: 0.22, H: 0.56 };
const requirements = { X: 1, L: 0.5, M: 1, H: 1.5 };

const weights: Weights = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  PR: { N: 0.85, L: 0.62, H: 0.27 },
  UI: { N: 0.85, R: 0.62 },
  S: { U: 0, C: 0 },
  C: impacts,
  I: impacts,
  A: impacts,
  E: { X: 1, U: 0.91, P: 0.94, F: 0.97, H: 1 },
  RL: { X: 1, O: 0.95, T: 0.96, W: 0.97, U: 1 },
  RC: { X: 1, U: 0.92, R: 0.96, C: 1 },
  CR: requirements,
  IR: requirements,
  AR: requirements,
};
const weightsOfChangedScope: Weights = { PR: { N: 0.85, L: 0.68, H: 0.5 } };

const values = {
  ...valuesOf(weights),
  ...Object.fromEntries(basic.map((metric) => [`M${metric}`, ['X', ...Object.keys(weights[metric] ?? {})]])),
};
