import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dossier, evaluation, finding } from '../../../test/sample-dossier.ts';
import { unseenBy } from './unseen-by.ts';

const known = evaluation({
  findings: [
    finding('pkg:npm/ladle@7.5.0', 'CVE-1', 'affected'),
    finding('pkg:npm/ladle@7.5.0', 'CVE-2', 'undetermined'),
    finding('pkg:npm/ladle@7.5.0', 'CVE-3', 'not-affected'),
  ],
});
const ofToday = dossier({ entries: [], items: [], evaluation: { kind: 'current', evaluation: known } });

const seen: readonly (readonly [
  what: string,
  data: string,
  findings: number | undefined,
  unseen: RegExp | undefined,
])[] = [
  ['what affects and what is undetermined', known.data.hash, 2, undefined],
  ['findings that affect nothing, too', known.data.hash, 3, undefined],
  ['fewer findings', known.data.hash, 1, /^the review looked at 1 finding, the evaluation has 2 that affect/],
  ['nobody tells how many', known.data.hash, undefined, /does not say how many .* the evaluation has 2$/],
  ['the data by the beginning of its hash', known.data.hash.slice(0, 15), 2, undefined],
  ['other data', 'sha256:0ther', 2, /^the review looked at the data sha256:0ther, the evaluation at /],
];

for (const [what, data, findings, unseen] of seen)
  test(`a review that looked at ${what} has ${unseen === undefined ? 'seen all' : 'something left'}`, () => {
    const record = { date: '2026-11-20', by: ['ada'], data, findings, scope: 'All', outcome: 'Nothing new' };
    const texts = unseenBy({ file: 'soup/reviews/2026-11-20.yaml', record }, ofToday).map(({ text }) => text);
    assert.equal(texts.length, unseen === undefined ? 0 : 1);
    assert.match(texts.join(), unseen ?? /^$/);
  });
