import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { licenceTextsModule, readLicenceTexts } from '../../scripts/generate-licence-texts.ts';
import { detectLicences } from './detect-licences.ts';
import { packedLicenceTexts } from './generated/licence-texts.ts';
import { exceptionTexts, licenceTexts } from './licence-texts.ts';

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

/** Texts that the list has under several names. */
const expectedInList: readonly string[] = [
  'CAL-1.0-Combined-Work-Exception: CAL-1.0, CAL-1.0, CAL-1.0-Combined-Work-Exception',
  'MPL-2.0-no-copyleft-exception: MPL-2.0',
  'OFL-1.0-RFN: OFL-1.0',
  'OFL-1.0-no-RFN: OFL-1.0',
  'OFL-1.1-RFN: OFL-1.1',
  'OFL-1.1-no-RFN: OFL-1.1',
];

const mozilla = `Version: MPL 1.1/GPL 2.0/LGPL 2.1
The contents of this file are subject to the Mozilla Public License Version 1.1 (the "License"); you may not use this file
except in compliance with the License.
Alternatively, the contents of this file may be used under the terms of either the GNU General Public License Version 2 or
later (the "GPL"), or the GNU Lesser General Public License Version 2.1 or later (the "LGPL"), in which case the provisions
of the GPL or the LGPL are applicable instead of those above.`;
const classpath = exceptionTexts().get('Classpath-exception-2.0') ?? '';
const laterNotice = `${notice}, or (at your option) any later version.`;
const appendix = 'each file should have a pointer to where the full notice is found.\n\n';

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
  ['a notice that breaks off behind "either"', `${notice}.`, 'GPL-2.0-only or GPL-2.0-or-later?'],
  ['a notice of one version allows no later one', `${notice.replace('either ', '')}.`, 'GPL-2.0-only'],
  ['the version before the name', 'under the terms of version 3 of the GNU General Public License', 'GPL-3.0-only'],
  ['the notice in the appendix of a text is a sample', `${appendix}${notice}, or any later version.`, ''],
  ['one clause more that forbids', mit.replace('subject to', 'only for academic research, subject to'), 'MIT?'],
  ['nothing', '', ''],
  ['no licence', 'This package draws charts. See the manual.', ''],
  ['nothing but broken characters', '\u0000\ufffd\ud800'.repeat(1000), ''],
];

const many: readonly (readonly [string, string, string])[] = [
  ['an exception behind its notice', `${laterNotice}\n\n${classpath}`, 'GPL-2.0-or-later WITH Classpath-exception-2.0'],
  [
    'an exception before the text',
    `${classpath}\n\n${gpl}`,
    'GPL-2.0-only WITH Classpath-exception-2.0 or GPL-2.0-or-later WITH Classpath-exception-2.0?',
  ],
  ['an exception alone', classpath, 'Classpath-exception-2.0?'],
  [
    'an exception that nobody knows',
    `${laterNotice} As a special exception, Ada may link it with Bob.`,
    'GPL-2.0-or-later?',
  ],
  [
    'an exception by its name',
    'licensed under the Apache License v2.0 with LLVM Exceptions',
    'Apache-2.0 WITH LLVM-exception',
  ],
  ['the three licences of Mozilla', mozilla, 'MPL-1.1 OR GPL-2.0-or-later OR LGPL-2.1-or-later'],
  [
    'a choice of two',
    'Licensed under either of Apache License, Version 2.0 <LICENSE-APACHE or http://www.apache.org/licenses/LICENSE-2.0> or MIT license <LICENSE-MIT> at your option.',
    'Apache-2.0 OR MIT',
  ],
  [
    'a choice with a version of its own',
    'You may redistribute it under the terms of either the GNU General Public License, version 1 or any later version, or the Artistic License.',
    'GPL-1.0-or-later OR Artistic-1.0-Perl',
  ],
  [
    '"and" may mean a choice',
    'Released under the Apache License 2.0 and Mozilla Public License 2.0',
    'Apache-2.0 AND MPL-2.0?',
  ],
  ['a name without a version', 'This is licensed under the BSD license.', 'BSD-2-Clause or BSD-3-Clause?'],
  [
    'a name that the text makes clear',
    `This is licensed under the BSD license:\n\n${bsd3}`,
    'BSD-3-Clause, BSD-3-Clause',
  ],
  [
    'what is not under a licence',
    'It was formerly licensed under the MIT license and is not under the GNU General Public License version 2.',
    '',
  ],
  ['an identifier', '/* SPDX-License-Identifier: (MIT OR Apache-2.0) */', '(MIT OR Apache-2.0)'],
  [
    'an identifier in HTML',
    '<!-- SPDX-License-Identifier: gpl-2.0-or-later with classpath-exception-2.0 -->',
    'GPL-2.0-or-later WITH Classpath-exception-2.0',
  ],
  ['an identifier that is none', '# SPDX-License-Identifier: Apache 2', 'Apache 2?'],
  ['an identifier settles the text', `SPDX-License-Identifier: GPL-2.0-only\n\n${gpl}`, 'GPL-2.0-only, GPL-2.0-only'],
  [
    'a header of the GFDL',
    'Permission is granted to copy, distribute and/or modify this document under the terms of the GNU Free Documentation License, Version 1.3 or any later version published by the Free Software Foundation; with no Invariant Sections, no Front-Cover Texts, and no Back-Cover Texts.',
    'GFDL-1.3-no-invariants-or-later',
  ],
  [
    'later versions that somebody must accept',
    `${notice} or (at your option) any later version accepted by the membership of KDE e.V.`,
    'GPL-2.0-only or GPL-2.0-or-later?',
  ],
];

for (const [title, text, wanted] of many) test(`several in one file: ${title}`, () => assert.equal(told(text), wanted));

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
  assert.ok(labelled.length >= 300);
  assert.ok(count(({ ids }) => ids.some((id) => id.includes(' WITH '))) >= 40);
  assert.deepEqual(wrong, knownWrong);
  assert.ok(recall >= leastRecall, `recall is ${recall}`);
});

/** An older text of the Sendmail licence, whose last part is that of the University of California. */
const knownWrong: readonly string[] = ['deb lsof License: sendmail: BSD-4-Clause-UC'];
const leastRecall = 0.85;

test('a text that is made to be slow takes at most some times as long as one of licences that is as long', () => {
  const usual = millisecondsFor(mit.repeat(900));
  for (const hostile of [
    `${laterNotice} As a special exception. `.repeat(4_000),
    'SPDX-License-Identifier: MIT\n'.repeat(34_000),
    'licensed under either the mit or '.repeat(30_000),
    'in no event shall '.repeat(54_000),
    'terms gnu '.repeat(97_000),
    '('.repeat(970_000),
  ])
    assert.ok(millisecondsFor(hostile) < 20 * usual);
});

function millisecondsFor(text: string): number {
  const start = performance.now();
  detectLicences(text);
  return performance.now() - start;
}
