import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../../test/sample-component.ts';
import { entry, finding } from '../../../test/sample-dossier.ts';
import { heldByRange } from './held-by-range.ts';

const one = (purl: string, id = 'CVE-1', scope: 'runtime' | 'development' = 'runtime') => ({
  finding: finding(purl, id, 'affected'),
  entry: entry(component(purl, { scope }), { kind: 'unaccounted', reason: '' }),
});
const judged = [one('pkg:npm/ladle@7.5.0')];

const cases: readonly (readonly [range: string, left: ReturnType<typeof one>, isHeld: boolean])[] = [
  ['vers:npm/*', one('pkg:npm/ladle@6.0.0'), true],
  ['vers:npm/>=7.0.0', one('pkg:npm/ladle@7.1.0'), true],
  ['vers:npm/>=7.0.0', one('pkg:npm/ladle@6.0.0'), false],
  ['vers:npm/*', one('pkg:npm/spoon@6.0.0'), false],
  ['vers:npm/*', one('pkg:npm/ladle@6.0.0', 'CVE-2'), false],
  ['vers:npm/*', one('pkg:npm/ladle@6.0.0', 'CVE-1', 'development'), false],
  ['vers:pypi/*', one('pkg:npm/ladle@6.0.0'), false],
  ['no range', one('pkg:npm/ladle@6.0.0'), false],
];

for (const [range, left, isHeld] of cases) {
  const { id, component: purl } = left.finding;
  test(`${range} of a verdict on another version ${isHeld ? 'closes' : 'leaves open'} ${id} in ${purl}, ${left.entry.use.scope}`, () =>
    assert.equal(heldByRange(range, judged, [left]), isHeld ? left : undefined));
}
