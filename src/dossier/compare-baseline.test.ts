import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import { compareBaseline, makeBaseline, shrinkBaseline } from './compare-baseline.ts';

/** As `rule file package line severity`, what is not written being the usual; `package!id` is about an anomaly of it. */
function diagnostic(shown: string): Diagnostic {
  const [rule = '', file = '', subject, line = '1', severity = 'error'] = shown.split(' ');
  return {
    rule,
    severity: severity as Severity,
    message: `${shown} is wrong`,
    place: { file, line: Number(line) },
    help: 'Mend it.',
    ...(subject !== undefined && { subject: subject.split('!')[0] ?? '' }),
    ...(subject?.includes('!') && { anomaly: subject.split('!')[1] ?? '' }),
  };
}

const all = (...shown: readonly string[]) => shown.map(diagnostic);
const messages = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ message }) => message.replace(' is wrong', ''));

const cases: readonly (readonly [
  what: string,
  before: readonly string[],
  now: readonly string[],
  fresh: readonly string[],
  solved: number,
])[] = [
  ['the same', ['a f pkg:npm/x'], ['a f pkg:npm/x'], [], 0],
  ['the same on another line, of another version', ['a f pkg:npm/x@1 1'], ['a f pkg:npm/x@2 7'], [], 0],
  ['one more of another package', ['a f pkg:npm/x'], ['a f pkg:npm/x', 'a f pkg:npm/y'], ['a f pkg:npm/y'], 0],
  ['one more of the same', ['a f'], ['a f', 'a f pkg:npm/x', 'a f'], ['a f', 'a f pkg:npm/x', 'a f'], 0],
  ['the same in another file', ['a f'], ['a g'], ['a g'], 1],
  ['one less', ['a f', 'a f'], ['a f'], [], 1],
  ['one that now tells its package', ['a f', 'a f'], ['a f pkg:npm/x', 'a f pkg:npm/y'], [], 0],
  ['one less, and its package', ['a f', 'a f'], ['a f pkg:npm/x'], [], 1],
  ['the same anomaly', ['a f pkg:npm/x!CVE-1'], ['a f pkg:npm/x@2!CVE-1'], [], 0],
  ['another anomaly of the package', ['a f pkg:npm/x!CVE-1'], ['a f pkg:npm/x!CVE-2'], ['a f pkg:npm/x!CVE-2'], 1],
  ['anomalies that were known by their package', ['a f pkg:npm/x', 'a f pkg:npm/x'], ['a f pkg:npm/x!CVE-1'], [], 1],
  ['a note', [], ['a f pkg:npm/x 1 note'], [], 0],
  ['nothing', ['a f', 'b f'], [], [], 2],
];

for (const [what, before, now, fresh, solved] of cases) {
  test(`against a baseline of ${before.length}, ${what} leaves ${fresh.length} new and ${solved} solved`, () => {
    const baseline = makeBaseline(all(...before), '2026-11-12');
    const compared = compareBaseline(all(...now), baseline);
    assert.deepEqual(messages(compared.fresh), fresh);
    assert.equal(compared.fresh.length + compared.known.length, now.length);
    assert.equal(
      compared.solved.reduce((sum, { count }) => sum + count, 0),
      solved,
    );
    const shrunk = shrinkBaseline(baseline, all(...now));
    assert.deepEqual(compareBaseline(all(...now), shrunk).solved, []);
    assert.deepEqual(messages(compareBaseline(all(...now), shrunk).fresh), fresh);
  });
}
