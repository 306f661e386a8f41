import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { licenceTextsModule, readLicenceTexts } from '../../scripts/generate-licence-texts.ts';
import { detectLicences } from './detect-licences.ts';
import { packedLicenceTexts } from './generated/licence-texts.ts';
import { licenceTexts } from './licence-texts.ts';

type Labelled = { readonly from: string; readonly ids: readonly string[]; readonly text: string };

const labelled: readonly Labelled[] = JSON.parse(
  brotliDecompressSync(readFileSync(new URL('fixtures/labelled-texts.json.br', import.meta.url))).toString('utf8'),
);

/** What is detected in short: sure ones as they are, questions with all that they may be. */
function told(text: string): string {
  return detectLicences(text)
    .detected.map(({ candidates, doubt }) => {
      const ids = candidates.map(({ id }) => id).join(' or ');
      return doubt === undefined ? ids : `${ids}?`;
    })
    .join(', ');
}

const mit = licenceTexts().get('MIT') ?? '';
const bsd3 = licenceTexts().get('BSD-3-Clause') ?? '';
const gpl = licenceTexts().get('GPL-2.0-only') ?? '';
const notice =
  'This program is free software; you can redistribute it and/or modify it under the terms of the GNU General Public License as published by the Free Software Foundation; either version 2 of the License';

test('the packed texts are those of the npm package', () => {
  assert.deepEqual(Object.fromEntries(licenceTexts()), readLicenceTexts());
  assert.ok(licenceTextsModule({}).includes('spdx-license-list 6.12.0'));
  assert.ok(packedLicenceTexts.length < 600_000);
});

test('every text of the list is met word for word, or is a question', () => {
  const wrong = [...licenceTexts()].flatMap(([id, text]) => {
    const [first] = detectLicences(text).detected;
    const ids = first?.candidates.map((one) => one.id) ?? [];
    return ids.includes(id) || (first === undefined ? false : first.doubt !== undefined)
      ? []
      : [`${id}: ${told(text)}`];
  });
  assert.deepEqual(wrong, expectedInList);
});

/** Texts that the list has under several names; of NPL-1.1, which is MPL-1.1 with amendments before it, only that is seen. */
const expectedInList: readonly string[] = [
  'CAL-1.0-Combined-Work-Exception: CAL-1.0',
  'MPL-2.0-no-copyleft-exception: MPL-2.0',
  'NPL-1.1: MPL-1.1',
  'OFL-1.0-RFN: OFL-1.0',
  'OFL-1.0-no-RFN: OFL-1.0',
  'OFL-1.1-RFN: OFL-1.1',
  'OFL-1.1-no-RFN: OFL-1.1',
];

const spelt: readonly (readonly [string, string, string])[] = [
  ['the text itself', mit, 'MIT'],
  ['another case and other white space', mit.toUpperCase().replaceAll(' ', '\n  '), 'MIT'],
  ['comment marks', mit.replaceAll('\n', '\n * '), 'MIT'],
  ['a notice of copyright more', `Copyright (c) 2020 Ada\n© 2021 Bob\n${mit}`, 'MIT'],
  ['British spelling', mit.replaceAll('sublicense', 'sublicence'), 'MIT'],
  ['bullets in place of numbers', bsd3.replace(/^\d\. /gm, '- '), 'BSD-3-Clause'],
  [
    'a name in place of the open ones',
    bsd3.replaceAll(/the copyright holder /gi, 'Example Imaging GmbH '),
    'BSD-3-Clause',
  ],
  ['two in one file', `${mit}\n\n---\n\n${bsd3}`, 'MIT, BSD-3-Clause'],
  ['the same twice', `${mit}\n\n${mit}`, 'MIT, MIT'],
  ['no text tells of later versions', gpl, 'GPL-2.0-only or GPL-2.0-or-later?'],
  [
    'a notice tells',
    `${notice}, or (at your option) any later version.\n\n${gpl}`,
    'GPL-2.0-or-later, GPL-2.0-or-later',
  ],
  ['a notice alone', `${notice}, or (at your option) any later version.`, 'GPL-2.0-or-later'],
  ['a notice that leaves it open', `${notice}.`, 'GPL-2.0-only or GPL-2.0-or-later?'],
  ['one clause more that forbids', mit.replace('subject to', 'only for academic research, subject to'), 'MIT?'],
  ['nothing', '', ''],
  ['no licence', 'This package draws charts. See the manual.', ''],
  ['nothing but broken characters', '\u0000\ufffd\ud800'.repeat(1000), ''],
];

for (const [title, text, wanted] of spelt) test(`spelt otherwise: ${title}`, () => assert.equal(told(text), wanted));

test('real texts: an answer is right, and what is no answer is a question', (context) => {
  const outcomes = labelled.map(({ from, ids, text }) => {
    const { detected } = detectLicences(text);
    const sure = [
      ...new Set(detected.flatMap(({ doubt, candidates: [best] }) => (doubt === undefined ? (best?.id ?? []) : []))),
    ];
    const asked = detected.some(({ doubt }) => doubt !== undefined);
    const right = sure.toSorted().join() === ids.toSorted().join() && !asked;
    return { from, ids, sure, asked, right, wrong: !right && sure.some((id) => !ids.includes(id)) };
  });
  const count = (pick: (one: (typeof outcomes)[number]) => boolean) => outcomes.filter(pick).length;
  const answered = count(({ sure }) => sure.length > 0);
  const holding = count(({ ids }) => ids.length > 0);
  const answeredRight = count(({ ids, right }) => ids.length > 0 && right);
  const wrong = outcomes.filter((one) => one.wrong).map(({ from, sure }) => `${from}: ${sure.join()}`);
  const precision = (answered - wrong.length) / answered;
  const recall = answeredRight / holding;
  const asked = count((one) => one.asked);
  context.diagnostic(
    `${labelled.length} texts: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${asked} questions`,
  );
  assert.ok(labelled.length >= 200);
  assert.deepEqual(wrong, knownWrong);
  assert.ok(recall >= leastRecall, `recall is ${recall}`);
});

/** An older text of the Sendmail licence, whose last part is that of the University of California. */
const knownWrong: readonly string[] = ['deb lsof License: sendmail: BSD-4-Clause-UC'];
const leastRecall = 0.79;

test('a text that is made to be slow takes at most some times as long as one of licences that is as long', () => {
  const usual = millisecondsFor(mit.repeat(900));
  for (const hostile of ['in no event shall '.repeat(54_000), 'terms gnu '.repeat(97_000), '('.repeat(970_000)])
    assert.ok(millisecondsFor(hostile) < 20 * usual);
});

function millisecondsFor(text: string): number {
  const start = performance.now();
  detectLicences(text);
  return performance.now() - start;
}
