import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dossier, entry } from '../../test/sample-dossier.ts';
import { component } from '../../test/sample-component.ts';
import { detectLicences } from '../licences/detect-licences.ts';
import { licenceTexts } from '../licences/licence-texts.ts';
import type { LicenceFile } from '../model/licences/licence-files.ts';
import { html } from '../writers/html.ts';
import { text } from '../writers/text.ts';
import { notice } from './notice.ts';
import { sourceOffer } from './source-offer.ts';
import { thirdPartyLicences } from './third-party-licences.ts';

const mit = licenceTexts().get('MIT') ?? '';
const at = { file: 'package-lock.json', line: 1 };
const of = (purl: string, expression?: string) =>
  entry(
    { ...component(purl, { scope: 'runtime' }), licences: expression === undefined ? [] : [{ expression, at }] },
    { kind: 'unaccounted', reason: 'no record is about it' },
  );
const file = (path: string, content: string): LicenceFile => ({
  path,
  kind: /notice/i.test(path) ? 'notice' : 'licence',
  text: content,
  ...detectLicences(content),
});

const sample = dossier({
  items: [],
  entries: [
    of('pkg:npm/ada@1.0.0', 'MIT'),
    of('pkg:npm/bob@2.0.0', 'MIT'),
    of('pkg:npm/cleo@3.0.0', 'ISC'),
    of('pkg:npm/dora@4.0.0'),
    of('pkg:npm/gnu@5.0.0', 'GPL-3.0-only'),
    entry(component('pkg:npm/vitest@2.0.0', { scope: 'development' }), { kind: 'tool', evidence: '"dev": true' }),
  ],
  licenceFiles: {
    kind: 'looked',
    others: [],
    installed: new Map(),
    of: new Map([
      [
        'pkg:npm/ada@1.0.0',
        [
          file('a/LICENSE', mit.replace(/^Copyright.*$/m, 'Copyright (c) 2020 Ada <b>')),
          file('a/NOTICE', 'Ada says\u202e hello'),
        ],
      ],
      ['pkg:npm/bob@2.0.0', [file('b/LICENSE', mit.replace(/^Copyright.*$/m, 'Copyright (c) 2021 Bob'))]],
    ]),
  },
});

test('one text stands once, with everybody under it and their notices letter by letter', () => {
  const shown = text.write(thirdPartyLicences.compose(sample, []));
  assert.equal(shown.split('Permission is hereby granted, free of charge').length, 2);
  assert.match(
    shown,
    /MIT: ada 1\.0\.0, bob 2\.0\.0\n=+\n\n- ada 1\.0\.0 – .*\n {2}Copyright \(c\) 2020 Ada <b>\n- bob 2\.0\.0 – .*\n {2}Copyright \(c\) 2021 Bob/,
  );
});

test('texts that name different holders inside are told apart, so that no name is lost', () => {
  const bsd = licenceTexts().get('BSD-3-Clause') ?? '';
  const naming = (name: string) => file(`${name}/LICENSE`, bsd.replaceAll(/the copyright holder /gi, `${name} `));
  const shown = text.write(
    thirdPartyLicences.compose(
      dossier({
        items: [],
        entries: [of('pkg:npm/ada@1.0.0', 'BSD-3-Clause'), of('pkg:npm/bob@2.0.0', 'BSD-3-Clause')],
        licenceFiles: {
          kind: 'looked',
          others: [],
          installed: new Map(),
          of: new Map([
            ['pkg:npm/ada@1.0.0', [naming('Ada Imaging')]],
            ['pkg:npm/bob@2.0.0', [naming('Bob Sensors')]],
          ]),
        },
      }),
      [],
    ),
  );
  assert.match(shown, /Neither the name of Ada Imaging/i);
  assert.match(shown, /Neither the name of Bob Sensors/i);
});

test('without a file of the package it is the text of the list, and that is said', () => {
  const shown = text.write(thirdPartyLicences.compose(sample, []));
  assert.match(
    shown,
    /ISC: cleo 3\.0\.0 \(text of the SPDX list\)\n=+\n\n- cleo 3\.0\.0[^]*no licence file of this component was found/,
  );
});

test('what has no known licence is open, and tools are left out', () => {
  for (const report of [thirdPartyLicences, notice]) {
    const shown = text.write(report.compose(sample, []));
    assert.match(shown, /not complete[^]*dora 4\.0\.0\n {2}Licence as stated: nobody states one/);
    assert.doesNotMatch(shown, /vitest/);
  }
});

test('foreign text is shown and nothing more', () => {
  const shown = html.write(notice.compose(sample, []));
  assert.match(shown, /2020 Ada &lt;b&gt;/);
  assert.match(shown, /<pre>Ada says‹U\+202E› hello<\/pre>/);
});

test('the source offer names what asks for source, and what nobody knows', () => {
  const shown = text.write(sourceOffer.compose(sample, []));
  assert.match(shown, /gnu 5\.0\.0\n {2}Licence: GPL-3\.0-only/);
  assert.match(shown, /no file tells the address of the archive/);
  assert.match(shown, /Open: whether source is owed is not known\n=+\n\n- dora 4\.0\.0/);
  assert.doesNotMatch(shown, /ada 1\.0\.0/);
});

test('texts in the product that belong to no component are shown, its own licence is not', () => {
  const copied = dossier({
    items: [],
    entries: [],
    licenceFiles: {
      kind: 'looked',
      of: new Map(),
      installed: new Map(),
      others: [
        file('LICENSE', mit),
        file('packages/a/LICENSE', mit),
        file('src/zlib/LICENSE', licenceTexts().get('Zlib') ?? ''),
      ],
    },
  });
  for (const report of [thirdPartyLicences, notice]) {
    const shown = text.write(report.compose(copied, []));
    assert.match(shown, /Texts of no component[^]*1 licence text lies[^]*src\/zlib\/LICENSE[^]*Zlib/);
    assert.doesNotMatch(shown, /packages\/a/);
  }
  assert.match(text.write(thirdPartyLicences.compose(copied, [])), /This software is provided 'as-is'/);
});

test('another title, quotes or list marks make no other text, and nobody loses a notice', () => {
  const other = `The MIT License (MIT)\n\n${mit
    .replace(/^MIT License\n/, '')
    .replaceAll('"', '”')
    .replace(/\.$/, '')}`;
  const shown = text.write(
    thirdPartyLicences.compose(
      dossier({
        items: [],
        entries: [of('pkg:npm/ada@1.0.0', 'MIT'), of('pkg:npm/bob@2.0.0', 'MIT')],
        licenceFiles: {
          kind: 'looked',
          others: [],
          installed: new Map(),
          of: new Map([
            ['pkg:npm/ada@1.0.0', [file('a/LICENSE', mit)]],
            ['pkg:npm/bob@2.0.0', [file('b/LICENSE', `Copyright (c) 2021 Bob\n${other}`)]],
          ]),
        },
      }),
      [],
    ),
  );
  assert.equal(shown.split(/Permission is hereby granted/).length, 2);
  assert.match(shown, /Copyright \(c\) 2021 Bob/);
});

test('what is declared, what was detected and whose word holds stand side by side', () => {
  const shown = text.write(notice.compose(sample, []));
  assert.match(shown, /Licence: MIT \(as declared\)\n *Detected in its texts: MIT/);
});
