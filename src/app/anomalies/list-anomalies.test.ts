import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { listAnomalies } from './list-anomalies.ts';

const document = `
  - kind: attachment
    file: docs/errata.pdf
    sha256: '${'0'.repeat(64)}'
    versions: [1.3.0]
    received: 2026-11-01
    source: https://pad.example/errata`;

/** What a record says of its sources, and what is to be done next. */
const cases: readonly (readonly [string, string, RegExp | undefined])[] = [
  ['names none', '', /^write where its anomalies are published under `anomalySources:` of its record/],
  ['names a changelog', 'anomalySources: [{ kind: changelog, file: CHANGES.md }]', /^run `tureen sync --anomalies`$/],
  ['has a document that nobody evaluated', `anomalySources:${document}`, /^write `evaluated:`/],
  [
    'says that none are published, which nobody signs',
    'anomalySources: [{ kind: unpublished, reason: One function }]',
    /^write reason, by and on beside `kind: unpublished`/,
  ],
  [
    'argues that none are published',
    'anomalySources: [{ kind: unpublished, reason: One function, by: ada, on: 2026-11-02 }]',
    undefined,
  ],
];

for (const [what, sources, next] of cases)
  test(`a record that ${what} is told what to do next, where there is anything`, async () => {
    const files = {
      ...baseDevice,
      'soup/items/npm-left-pad.yaml': `soup: pkg:npm/left-pad\nstatus: draft\n${sources}\n`,
    };
    const [item] = await listAnomalies(memoryHost(files), ['pkg:npm/left-pad']);
    if (next === undefined) assert.equal(item?.state.next, undefined);
    else assert.match(item?.state.next ?? '', next);
  });
