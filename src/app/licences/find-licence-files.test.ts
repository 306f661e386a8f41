import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../../test/sample-component.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { licenceTexts } from '../../licences/licence-texts.ts';
import { findLicenceFiles } from './find-licence-files.ts';

const mit = licenceTexts().get('MIT') ?? '';
const isc = licenceTexts().get('ISC') ?? '';
const react = component('pkg:npm/react@19.0.0');
const declared = (expression: string) => ({
  ...react,
  licences: [{ expression, at: { file: 'package-lock.json', line: 3 } }],
});

async function found(files: Readonly<Record<string, string | Uint8Array>>, components = [react]) {
  const { licenceFiles, diagnostics } = await findLicenceFiles(memoryHost(files), { ignore: ['old/**'] }, components);
  assert.ok(licenceFiles.kind === 'looked');
  const of = [...licenceFiles.of].flatMap(([purl, all]) => all.map(({ path, kind }) => `${purl} ${kind} ${path}`));
  return { of, others: licenceFiles.others.map(({ path }) => path), rules: diagnostics.map(({ rule }) => rule) };
}

const installed = (version: string) => ({
  'node_modules/react/package.json': JSON.stringify({ name: 'react', version }),
  'node_modules/react/LICENSE': mit,
  'node_modules/react/NOTICE.txt': 'React, by its authors',
});

test('a package that is installed at the version of the inventory brings its files', async () => {
  assert.deepEqual(await found(installed('19.0.0')), {
    of: [
      'pkg:npm/react@19.0.0 licence node_modules/react/LICENSE',
      'pkg:npm/react@19.0.0 notice node_modules/react/NOTICE.txt',
    ],
    others: [],
    rules: [],
  });
});

test('another version that is installed is not taken for it', async () => {
  assert.deepEqual((await found(installed('18.3.1'))).of, []);
});

test('wheels, Debian packages and vendored modules are known by their folders', async () => {
  const { of } = await found(
    {
      'venv/lib/site-packages/zope_interface-8.7.dist-info/licenses/LICENSE.txt': mit,
      'rootfs/usr/share/doc/curl/copyright': mit,
      'vendor/example.com/log/LICENSE': isc,
    },
    [
      component('pkg:pypi/zope-interface@8.7'),
      component('pkg:deb/debian/curl@8.1'),
      { ...component('pkg:golang/example.com/log@v1.0.0'), name: 'example.com/log' },
    ],
  );
  assert.deepEqual(
    of.map((line) => line.split(' ')[0]),
    ['pkg:deb/debian/curl@8.1', 'pkg:golang/example.com/log@v1.0.0', 'pkg:pypi/zope-interface@8.7'].toSorted(
      (a, b) => of.findIndex((line) => line.startsWith(a)) - of.findIndex((line) => line.startsWith(b)),
    ),
  );
});

test('a text of the product itself belongs to no component, and what is ignored is not read', async () => {
  const { others } = await found({ 'src/copied/LICENSE': isc, 'old/LICENSE': mit, 'src/license.ts': '' });
  assert.deepEqual(others, ['src/copied/LICENSE']);
});

test('a text against what is declared is a question, and so is an unsure one', async () => {
  assert.deepEqual((await found(installed('19.0.0'), [declared('MIT')])).rules, []);
  assert.deepEqual((await found(installed('19.0.0'), [declared('ISC')])).rules, ['licences/text-differs']);
  const gpl = { ...installed('19.0.0'), 'node_modules/react/LICENSE': licenceTexts().get('GPL-3.0-only') ?? '' };
  assert.deepEqual((await found(gpl)).rules, ['licences/text-unsure']);
  assert.deepEqual((await found(gpl, [declared('GPL-3.0-only')])).rules, []);
});

test('bad input: Latin-1, a broken package.json, and a file that is too large', async () => {
  const bytes = new Uint8Array(Buffer.from(`Copyright (c) 2020 Jürgen\n${mit}`, 'latin1'));
  const { of, rules } = await found({
    ...installed('19.0.0'),
    'node_modules/react/LICENSE': bytes,
    'node_modules/other/package.json': '{',
    'node_modules/other/LICENSE': mit,
    LICENSE: 'x'.repeat(2 ** 20 + 1),
  });
  assert.equal(of.length, 2);
  assert.deepEqual(rules, ['licences/text-too-large']);
});
