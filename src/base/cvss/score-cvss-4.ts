import { cvss4Scores } from './cvss-4-scores.ts';
import { highestVectors } from './cvss-4-highest-vectors.ts';
import { readVector, type Metrics } from './read-vector.ts';
import type { VersionScores } from './version-scores.ts';
import { statedScores } from './weights.ts';

/** Scores a vector of CVSS 4.0 (FIRST, section 8). */
export function scoreCvss4(text: string): VersionScores | undefined {
  const metrics = readVector(text, values, basic);
  if (metrics === undefined) return undefined;
  const scoreOf = (kept: (metric: string) => boolean) =>
    score(effective(new Map([...metrics].filter(([metric]) => kept(metric)))));
  return {
    base: scoreOf((metric) => basic.includes(metric)),
    threat: scoreOf((metric) => basic.includes(metric) || metric === 'E'),
    environmental: scoreOf(() => true),
    stated: statedScores(metrics, 'X', ['E'], [...requirements, ...basic.map((metric) => `M${metric}`)]),
  };
}

/** The values of each metric from the gravest to the lightest: the position is the level. `S` is for safety. */
const ranks: Readonly<Record<string, string>> = {
  AV: 'NALP',
  AC: 'LH',
  AT: 'NP',
  PR: 'NLH',
  UI: 'NPA',
  VC: 'HLN',
  VI: 'HLN',
  VA: 'HLN',
  SC: 'SHLN',
  SI: 'SHLN',
  SA: 'SHLN',
  E: 'APU',
  CR: 'HML',
  IR: 'HML',
  AR: 'HML',
};

const requirements = ['CR', 'IR', 'AR'];
const basic = Object.keys(ranks).filter((metric) => metric !== 'E' && !requirements.includes(metric));

/** A base metric has no safety, and neither has the modified confidentiality of what comes after. */
const values = {
  ...Object.fromEntries(basic.map((metric) => [metric, plain(metric)])),
  ...Object.fromEntries(basic.map((metric) => [`M${metric}`, ['X', ...modified(metric)]])),
  ...Object.fromEntries(['E', ...requirements].map((metric) => [metric, ['X', ...plain(metric)]])),
  S: ['X', 'N', 'P'],
  AU: ['X', 'N', 'Y'],
  R: ['X', 'A', 'U', 'I'],
  V: ['X', 'D', 'C'],
  RE: ['X', 'L', 'M', 'H'],
  U: ['X', 'Clear', 'Green', 'Amber', 'Red'],
};

function plain(metric: string): string[] {
  return (ranks[metric] ?? '').split('').filter((value) => value !== 'S');
}

function modified(metric: string): string[] {
  return metric === 'SI' || metric === 'SA' ? ['S', ...plain(metric)] : plain(metric);
}

/** What holds for each metric: as modified for the environment, else as stated, else the worst. */
function effective(metrics: Metrics): Metrics {
  const stated = (metric: string) => {
    const value = metrics.get(metric);
    return value === 'X' ? undefined : value;
  };
  return new Map(Object.keys(ranks).map((metric) => [metric, stated(`M${metric}`) ?? stated(metric) ?? worst(metric)]));
}

function worst(metric: string): string {
  return plain(metric)[0] ?? '';
}

type Levels = { readonly eq1: number; readonly eq2: number; readonly eq3: number; readonly eq4: number } & {
  readonly eq5: number;
  readonly eq6: number;
};

/** The score of the vector's group, less its distance from the gravest vector of the group towards the next lower ones. */
function score(metrics: Metrics): number {
  if (['VC', 'VI', 'VA', 'SC', 'SI', 'SA'].every((metric) => metrics.get(metric) === 'N')) return 0;
  const levels = levelsOf(metrics);
  const group = scoreOfGroup(levels) ?? 0;
  const steps = stepsDown(levels).flatMap(({ to, name, depth }) => {
    const lower = Math.max(...to.flatMap((each) => scoreOfGroup(each) ?? []));
    return lower === -Infinity ? [] : [((group - lower) * distance(metrics, name)) / depth];
  });
  const mean = steps.length === 0 ? 0 : steps.reduce((sum, step) => sum + step, 0) / steps.length;
  return Math.round((Math.min(Math.max(group - mean, 0), 10) + 1e-6) * 10) / 10;
}

/** The levels of the six sets of metrics (tables 24 to 29 of the specification). */
function levelsOf(metrics: Metrics): Levels {
  const is = (metric: string, value: string) => metrics.get(metric) === value;
  const easy = ['AV', 'PR', 'UI'].filter((metric) => is(metric, 'N')).length;
  const grave = ['VC', 'VI', 'VA'].filter((metric) => is(metric, 'H'));
  return {
    eq1: easy === 3 ? 0 : easy === 0 || is('AV', 'P') ? 2 : 1,
    eq2: is('AC', 'L') && is('AT', 'N') ? 0 : 1,
    eq3: is('VC', 'H') && is('VI', 'H') ? 0 : grave.length > 0 ? 1 : 2,
    eq4: is('SI', 'S') || is('SA', 'S') ? 0 : ['SC', 'SI', 'SA'].some((metric) => is(metric, 'H')) ? 1 : 2,
    eq5: level(metrics, 'E'),
    eq6: grave.some((metric) => is(`${metric.slice(1)}R`, 'H')) ? 0 : 1,
  };
}

function level(metrics: Metrics, metric: string): number {
  return (ranks[metric] ?? '').indexOf(metrics.get(metric) ?? '');
}

function scoreOfGroup({ eq1, eq2, eq3, eq4, eq5, eq6 }: Levels): number | undefined {
  const row = cvss4Scores[`${eq1}${eq2}${eq3}${eq6}`];
  return eq4 > 2 || eq5 > 2 ? undefined : row?.[eq4 * 3 + eq5];
}

/**
 * For each set its name among the gravest vectors, the groups one level lower, and how deep its level is. EQ3 and EQ6 go
 * together; from 0 and 0 there are two ways down.
 */
function stepsDown(levels: Levels) {
  const { eq1, eq2, eq3, eq4, eq5, eq6 } = levels;
  const joint =
    eq6 === 1 ? [{ ...levels, eq3: eq3 + 1 }] : [...(eq3 === 0 ? [{ ...levels, eq3: 1 }] : []), { ...levels, eq6: 1 }];
  return [
    { to: [{ ...levels, eq1: eq1 + 1 }], name: `eq1 ${eq1}`, depth: [1, 4, 5][eq1] ?? 1 },
    { to: [{ ...levels, eq2: eq2 + 1 }], name: `eq2 ${eq2}`, depth: [1, 2][eq2] ?? 1 },
    {
      to: joint,
      name: `eq3 ${eq3} eq6 ${eq6}`,
      depth:
        ([
          [7, 6],
          [8, 8],
          [10, 10],
        ][eq3] ?? [])[eq6] ?? 1,
    },
    { to: [{ ...levels, eq4: eq4 + 1 }], name: `eq4 ${eq4}`, depth: [6, 5, 4][eq4] ?? 1 },
    { to: [{ ...levels, eq5: eq5 + 1 }], name: `eq5 ${eq5}`, depth: 1 },
  ];
}

/** How many levels the metrics of a set lie below the first of its gravest vectors that none of them exceeds. */
function distance(metrics: Metrics, set: string): number {
  for (const highest of highestVectors[set] ?? []) {
    const below = highest.split('/').map((pair) => {
      const [metric = '', value = ''] = pair.split(':');
      return level(metrics, metric) - (ranks[metric] ?? '').indexOf(value);
    });
    if (below.every((levels) => levels >= 0)) return below.reduce((sum, levels) => sum + levels, 0);
  }
  return 0;
}
