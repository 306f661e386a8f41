import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Watched } from '../../../app/releases/watch.ts';
import type { Finding } from '../../../model/anomalies/evaluation.ts';
import type { FieldFinding } from '../../../model/releases/field.ts';
import { plain } from '../look.ts';
import { showField } from './show-field.ts';

const components = Array.from({ length: 7 }, (_, index) => `pkg:generic/lib-${index}@1`);
const watched: Watched = {
  field: {
    watched: '2026-11-15',
    data: { hash: 'sha256:0', fetched: '2026-11-14T00:00:00Z', newest: '2026-11-14T00:00:00Z', sources: [] },
    releases: [
      {
        version: '1.0.0',
        date: '2026-01-01',
        until: undefined,
        reviewed: undefined,
        components: 7,
        results: { affected: 12, undetermined: 0, 'not-affected': 0 },
        waiting: 12,
        questions: 12,
        news: { new: 12, known: 0, untold: 0 },
        uncovered: components.map((component) => ({ component, reason: 'the store holds no records for it' })),
      },
    ],
    distinct: 7,
    defects: Array.from({ length: 12 }, (_, index) => ({
      id: `CVE-2026-${index + 1}`,
      exploited: false,
      findings: [inField(`CVE-2026-${index + 1}`)],
    })),
  },
  ageDays: 1,
  ended: [],
  unwatched: [],
  complete: true,
  diagnostics: [],
};

function inField(id: string): FieldFinding {
  const finding: Finding = {
    component: 'pkg:npm/left-pad@1.3.0',
    id,
    aliases: ['GHSA-1', 'GHSA-2', 'GHSA-3', 'GHSA-4', 'GHSA-5'],
    result: 'affected',
    why: '1.3.0 is in <1.3.1 (semver)',
    records: [],
    kind: 'vulnerability',
    severities: [{ kind: 'rating', value: 'HIGH' }],
    fixed: [],
  };
  return { release: '1.0.0', scope: 'runtime', finding, standing: { kind: 'open', met: undefined }, news: 'new' };
}

test('of many defects in the field the first are shown, the rest is counted before the figures, and --all shows it', () => {
  const shown = showField(watched, { isShown: () => true, isAll: false }, plain);
  assert.equal(shown.match(/^CVE-/gm)?.length, 10);
  assert.match(
    shown,
    /\n\nand 2 more defects; --all shows them\n\nrelease 1\.0\.0 of [^]*\n1 release, 7 different components: 12 defects [^\n]*\n$/,
  );
  assert.match(shown, /^CVE-2026-1 \(high\) GHSA-1, GHSA-2, GHSA-3, GHSA-4, GHSA-5 in 1 release: 1\.0\.0$/m);
  assert.match(shown, /^not covered .*lib-4@1 and 2 more \(--all\): the store holds no records for it$/m);
  const all = showField(watched, { isShown: () => true, isAll: true }, plain);
  assert.equal(all.match(/^CVE-/gm)?.length, 12);
  assert.equal(all.match(/^not covered pkg:generic\/lib-\d@1: /gm)?.length, 7);
  assert.doesNotMatch(all, / more/);
});
