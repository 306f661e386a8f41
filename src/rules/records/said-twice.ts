import type { Dossier } from '../../model/dossier.ts';
import type { KeyPath } from '../../model/place.ts';
import type { Rule } from '../../model/plugs/rule.ts';
import { deviceWith } from '../examples/device-with.ts';

/** Asks that what a list says of one thing stands in it once: of two entries one has no effect, and nobody sees which. */
export const saidTwice: Rule = {
  id: 'records/said-twice',
  title: 'A list says of one thing only one thing',
  clause: '62304:8.1.2',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'Of two entries about the same person, level or package only one counts. Where they differ, somebody relies on the other.',
  help: 'Take one of the two out, or write what each is about.',
  check: (dossier) =>
    listsOf(dossier).flatMap(({ file, above, names }) => {
      const first = new Map<string, number>();
      return names.flatMap((name, index) => {
        const before = first.get(name);
        if (before === undefined) first.set(name, index);
        const list = above.join('.');
        return before === undefined
          ? []
          : [{ message: `${name} stands a second time under ${list}`, place: { file, keyPath: [...above, index] } }];
      });
    }),
  examples: [
    {
      title: 'Each once',
      files: deviceWith(
        'scope:\n  - { packages: pkg:npm/left-pad, scope: runtime, reason: In the bundle }\n  - { packages: pkg:npm/tap-mini, scope: development, reason: Runs tests }',
      ),
      says: [],
    },
    {
      title: 'Two decisions on one package',
      files: deviceWith(
        'scope:\n  - { packages: pkg:npm/left-pad, scope: runtime, reason: In the bundle }\n  - { packages: pkg:npm/left-pad, scope: development, reason: Runs tests }',
      ),
      says: ['pkg:npm/left-pad stands a second time under scope'],
    },
    {
      title: 'Two people with one id',
      files: {
        'tureen.yaml': `device: { name: Padder, manufacturer: Example Devices GmbH }
people:
  - { id: ada, name: Ada Example }
  - { id: ada, name: Adam Example }
`,
      },
      says: ['ada stands a second time under people'],
    },
    {
      title: 'Two conclusions on one licence',
      files: {
        'soup/licences.yaml': `conclusions:
  - { packages: pkg:npm/left-pad, concluded: WTFPL, reason: Its text, by: ada, on: 2026-11-01 }
  - { packages: pkg:npm/left-pad, concluded: MIT, reason: Its text, by: ada, on: 2026-11-02 }
`,
      },
      says: ['pkg:npm/left-pad stands a second time under conclusions'],
    },
  ],
};

type Listed = { readonly file: string; readonly above: KeyPath; readonly names: readonly string[] };

function listsOf({ device, findings, licensing, metadata }: Dossier): readonly Listed[] {
  const { file, record } = device;
  const { riskMatrix: matrix } = record;
  const licences = licensing.decisions;
  return [
    { file, above: ['people'], names: record.people.map(({ id }) => id) },
    { file, above: ['scope'], names: record.scope.map(({ packages }) => packages) },
    { file, above: ['components'], names: record.components.map(({ purl }) => purl) },
    ...(['severity', 'probability', 'zones'] as const).map((key) => ({
      file,
      above: ['riskMatrix', key],
      names: (matrix?.[key] ?? []).map(({ id }) => id),
    })),
    {
      file: licences?.file ?? '',
      above: ['conclusions'],
      names: (licences?.record.conclusions ?? []).map(({ packages }) => packages),
    },
    {
      file: licences?.file ?? '',
      above: ['choices'],
      names: (licences?.record.choices ?? []).map(({ packages, between }) => `${packages} between ${between}`),
    },
    {
      file: 'soup/anomalies.lock.json',
      above: ['findings'],
      names: findings.map(({ finding: { component, id } }) => `${id} of ${component}`),
    },
    { file: 'soup/metadata.lock.json', above: ['packages'], names: (metadata?.packages ?? []).map(({ purl }) => purl) },
  ];
}
