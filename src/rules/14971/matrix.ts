import type { RiskMatrix } from '../../model/risks/risk-matrix.ts';
import type { Rule } from '../../model/plugs/rule.ts';
import { estimates } from '../estimates.ts';
import { matrixWith, soundMatrix } from '../examples/matrix-with.ts';

/** Asks for a matrix without holes that gets no milder as harm gets worse. */
export const matrix: Rule = {
  id: '14971/matrix',
  title: 'The criteria for acceptance are fixed, and hold together',
  clause: '14971:4.4',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'Acceptability is computed from the device’s own matrix. Without one, or with a hole in it, nobody can tell which risks are accepted.',
  help: 'Write `riskMatrix:` in tureen.yaml with severity, probability, zones and, for each probability, the zones in the order of the severities.',
  check: (dossier) => {
    const { file, record } = dossier.device;
    if (record.riskMatrix === undefined)
      return estimates(dossier).length === 0
        ? []
        : [
            {
              message: 'there are failure modes or risks, and no risk matrix',
              place: { file, keyPath: ['riskMatrix'] },
            },
          ];
    return faults(record.riskMatrix).map(({ message, key }) => ({
      message,
      place: { file, keyPath: ['riskMatrix', key] },
    }));
  },
  examples: [
    { title: 'A sound matrix', files: soundMatrix, says: [] },
    {
      title: 'None',
      files: { 'tureen.yaml': 'device: { name: Padder, manufacturer: Example Devices GmbH }\n' },
      says: ['there are failure modes or risks, and no risk matrix'],
    },
    {
      title: 'A row is missing, another is too short',
      files: matrixWith('  acceptability: { P1: [ok] }'),
      says: ['acceptability of P1 has 1 cell, and there are 2 levels', 'acceptability has no row for P2'],
    },
    {
      title: 'A zone that is none, and more harm that is more acceptable',
      files: matrixWith('  acceptability: { P1: [fine, see], P2: [bad, see] }'),
      says: [
        'acceptability of P1 names fine, which is no zone',
        'acceptability of P2 is milder for Serious than for Minor',
      ],
    },
  ],
};

type Fault = { readonly message: string; readonly key: keyof RiskMatrix };

function faults(given: RiskMatrix): readonly Fault[] {
  const { severity, probability, p1, p2, product, zones, acceptability } = given;
  return [
    ...rows('acceptability', acceptability, probability, severity.length, [zones, 'zone']),
    ...rows('product', product, p1, p2.length, [probability, 'probability']),
    ...milder(given),
  ];
}

type Named = readonly { readonly id: string }[];

function rows(
  key: 'acceptability' | 'product',
  table: Readonly<Record<string, readonly string[]>>,
  levels: Named,
  columns: number,
  [values, what]: readonly [Named, string],
): readonly Fault[] {
  const known = new Set(values.map(({ id }) => id));
  const extra = Object.keys(table).filter((id) => !levels.some((level) => level.id === id));
  return [
    ...levels.flatMap(({ id }) => {
      const row = Object.hasOwn(table, id) ? table[id] : undefined;
      if (row === undefined) return [`${key} has no row for ${id}`];
      if (row.length !== columns)
        return [
          `${key} of ${id} has ${row.length} ${row.length === 1 ? 'cell' : 'cells'}, and there are ${columns} levels`,
        ];
      return row.filter((cell) => !known.has(cell)).map((cell) => `${key} of ${id} names ${cell}, which is no ${what}`);
    }),
    ...extra.map((id) => `${key} has a row for ${id}, which is no level`),
  ].map((message) => ({ message, key }));
}

const strictness = { always: 0, 'with-reason': 1, 'with-benefit': 2 } as const;

function milder({ severity, probability, zones, acceptability }: RiskMatrix): readonly Fault[] {
  const weight = (id: string | undefined) => {
    const zone = zones.find((one) => one.id === id);
    return zone === undefined ? undefined : strictness[zone.acceptable];
  };
  return probability.flatMap(({ id }) =>
    severity.flatMap((level, index) => {
      const row = Object.hasOwn(acceptability, id) ? acceptability[id] : undefined;
      const [less, more] = [weight(row?.[index - 1]), weight(row?.[index])];
      return less === undefined || more === undefined || more >= less
        ? []
        : [
            {
              message: `acceptability of ${id} is milder for ${level.name} than for ${severity[index - 1]?.name}`,
              key: 'acceptability' as const,
            },
          ];
    }),
  );
}
