import { createHash } from 'node:crypto';
import { releaseWith, reviewWith } from '../src/rules/examples/release-with.ts';
import { metadataWith } from '../src/rules/examples/metadata-with.ts';
import { dispositionsWith, noHazard, ownChangelog, withList } from '../src/rules/examples/with-anomalies.ts';
import { waiverWith } from '../src/rules/examples/waiver-with.ts';
import { notAffected, verdictWith, withFinding } from '../src/rules/examples/with-finding.ts';
import { baseDevice } from './base-device.ts';

const openvex = JSON.stringify({
  '@context': 'https://openvex.dev/ns/v0.2.0',
  '@id': 'https://pad.example/vex/1',
  author: 'Pad Project',
  timestamp: '2026-11-13T10:00:00Z',
  version: 1,
  statements: [
    {
      vulnerability: { name: 'CVE-2026-0001' },
      products: [{ '@id': 'pkg:npm/left-pad' }],
      status: 'not_affected',
      justification: 'vulnerable_code_not_present',
    },
  ],
});

const item = baseDevice['soup/items/npm-left-pad.yaml'] ?? '';

/** A device with a file of every kind of record, each filled in as people and the tool fill it in, and nothing else wrong. */
export const deviceOfEveryKind: Readonly<Record<string, string>> = {
  ...baseDevice,
  ...withFinding(),
  ...verdictWith(notAffected),
  ...withList({ told: [{ id: 'fix 1.3.1 aa', fixedIn: '1.3.1' }] }),
  ...dispositionsWith(noHazard),
  ...metadataWith({ licence: 'WTFPL', supplier: 'left-pad project', released: '2018-04-09' }),
  ...releaseWith(),
  ...reviewWith('releases: [0.9.0]'),
  'docs/left-pad.md': '# Changelog\n',
  'soup/items/npm-left-pad.yaml': item
    .replace(/^title: .*\n/m, '')
    .replace(/^ {2}- \{ kind: unpublished.*$/m, `  - ${ownChangelog}`),
  'soup/licences.yaml': `conclusions:
  - packages: pkg:npm/left-pad
    declared: WTFPL
    concluded: WTFPL
    reason: The text is that of the licence
    by: ada
    on: 2026-11-01
`,
  ...waiverWith({ rule: '62304/title' }),
  'soup/check-baseline.json': `${JSON.stringify(
    { made: '2026-11-12', known: [{ rule: 'records/draft', file: 'soup/items/npm-left-pad.yaml', count: 1 }] },
    undefined,
    2,
  )}\n`,
  'soup/vex/pad.yaml': `format: openvex
document: https://pad.example/vex/1
author: Pad Project
from: pad.openvex.json
sha256: ${createHash('sha256').update(openvex).digest('hex')}
signature: { state: unsigned, how: no signature beside it }
imported: 2026-11-15
`,
  'soup/vex/pad.vex.json': openvex,
};
