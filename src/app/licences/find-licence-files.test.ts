import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { component } from '../../../test/sample-component.ts';
import { dockerSave } from '../../../test/sample-image.ts';
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

const places: readonly (readonly [string, string, string])[] = [
  [
    'pkg:golang/github.com/BurntSushi/toml@v1.4.0',
    'go/pkg/mod/github.com/!burnt!sushi/toml@v1.4.0/COPYING',
    'Go cache',
  ],
  ['pkg:golang/example.com/log@v1.0.0', 'vendor/example.com/log/inner/LICENSE', 'a folder of a vendored module'],
  ['pkg:cargo/ryu@1.0.18', 'home/.cargo/registry/src/index-1949/ryu-1.0.18/LICENSE-BOOST', 'Cargo cache'],
  ['pkg:cargo/ryu@1.0.18', 'vendor/ryu/LICENSE', 'vendored crate'],
  ['pkg:composer/monolog/monolog@3.0.0', 'vendor/monolog/monolog/LICENSE', 'Composer'],
  ['pkg:gem/rack@3.0.1', 'vendor/bundle/ruby/3.1.0/gems/rack-3.0.1/MIT-LICENSE', 'RubyGems'],
  ['pkg:nuget/Serilog@4.0.0', '.nuget/packages/serilog/4.0.0/LICENSE', 'NuGet cache'],
  ['pkg:rpm/fedora/zlib@1.3', 'usr/share/licenses/zlib/LICENSE', 'rpm'],
  ['pkg:pypi/numpy@2.1.0', 'site-packages/numpy-2.1.0.dist-info/LICENSE', 'wheel'],
];

for (const [purl, path, what] of places) {
  test(`a licence file is known by its place: ${what}`, async () => {
    const one = component(purl);
    const name = purl.slice(purl.indexOf('/') + 1, purl.lastIndexOf('@'));
    const named = { ...one, name: /golang|composer/.test(one.type) ? name : one.name };
    assert.deepEqual((await found({ [path]: mit }, [named])).of, [`${purl} licence ${path}`]);
  });
}

test('a file of a wheel is known by its RECORD, and one that no wheel lists is foreign', async () => {
  const { of, others } = await found(
    {
      'site-packages/numpy-2.1.0.dist-info/RECORD': 'numpy/random/LICENSE.md,sha256=x,10\n',
      'site-packages/numpy/random/LICENSE.md': mit,
      'site-packages/left/LICENSE': mit,
    },
    [component('pkg:pypi/numpy@2.1.0')],
  );
  assert.deepEqual(of, ['pkg:pypi/numpy@2.1.0 licence site-packages/numpy/random/LICENSE.md']);
  assert.deepEqual(others, []);
});

test('in an image a file belongs to the package of the same image, and what was put into it to nobody', async () => {
  const image = dockerSave({
    s: [
      {
        items: [
          { path: 'etc/os-release', content: 'ID=debian\n' },
          { path: 'usr/share/doc/curl/copyright', content: mit },
          { path: 'usr/share/common-licenses/GPL-2', content: mit },
          { path: 'opt/app/third/LICENSE', content: isc },
        ],
      },
    ],
  });
  const at = (purl: string, file: string) => ({ ...component(purl), foundAt: [{ file, line: 1 }] });
  const { of, others } = await found({ 's.tar': image }, [
    at('pkg:deb/debian/curl@8.1', 's.tar!/var/lib/dpkg/status'),
    at('pkg:deb/debian/curl@7.0', 'other.tar!/var/lib/dpkg/status'),
  ]);
  assert.deepEqual(of, ['pkg:deb/debian/curl@8.1 licence s.tar!/usr/share/doc/curl/copyright']);
  assert.deepEqual(others, ['s.tar!/opt/app/third/LICENSE']);
});

test('a Debian package without a copyright file has that of another one of its source which it needs', async () => {
  const source = { name: 'gcc-12', version: '12.2' };
  const base = { ...component('pkg:deb/debian/gcc-12-base@12.2'), source };
  const user = { ...component('pkg:deb/debian/libgcc-s1@12.2'), source, dependsOn: [base.purl] };
  const { of } = await found({ 'usr/share/doc/gcc-12-base/copyright': mit }, [base, user]);
  assert.deepEqual(
    of.map((line) => line.split(' ')[0]),
    [base.purl, user.purl],
  );
});

const jar = readFileSync(
  new URL('../../readers/jvm/fixtures/java-archive/embedded-pom/usr/lib/stax2-api-4.2.2.jar', import.meta.url),
);

test('the licence in a jar belongs to the package that the jar is, and a broken jar is said', async () => {
  const stax = {
    ...component('pkg:maven/org.codehaus.woodstox/stax2-api@4.2.2'),
    foundAt: [{ file: 'lib/stax.jar', line: 1 }],
  };
  assert.deepEqual((await found({ 'lib/stax.jar': jar }, [stax])).of, [
    `${stax.purl} licence lib/stax.jar!/META-INF/LICENSE`,
  ]);
  assert.deepEqual((await found({ 'lib/stax.jar': jar.subarray(0, 900) }, [stax])).rules, ['licences/archive-unread']);
});

test('a licence in HTML or UTF-16 is read, and what is no text is said', async () => {
  const read = async (content: string | Uint8Array) => {
    const host = memoryHost({ 'third/LICENSE.html': content });
    const { licenceFiles, diagnostics } = await findLicenceFiles(host, {}, []);
    const others = licenceFiles.kind === 'looked' ? licenceFiles.others : [];
    return [
      ...others.flatMap(({ detected }) => detected.map((one) => one.candidates[0]?.id)),
      ...diagnostics.map(({ rule }) => rule),
    ];
  };
  assert.deepEqual(await read(`<html><p>${mit.replaceAll('\n\n', '</p><p>')}</p></html>`), ['MIT']);
  assert.deepEqual(await read(Buffer.from(`\ufeff${mit}`, 'utf16le')), ['MIT']);
  assert.deepEqual(await read(new Uint8Array([0x4d, 0x5a, 0, 0, 3])), ['licences/text-unreadable']);
});

test('what installed packages state of themselves is a fact with its file', async () => {
  const host = memoryHost({
    'node_modules/react/package.json': JSON.stringify({ name: 'react', version: '19.0.0', license: 'MIT' }),
    'node_modules/old/package.json': JSON.stringify({ name: 'old', version: '1.0.0', license: 'ISC' }),
    'lib/site-packages/idna-3.10.dist-info/METADATA': 'Name: idna\nVersion: 3.10\nLicense-Expression: BSD-3-Clause\n',
    'vendor/ryu/Cargo.toml': '[package]\nname = "ryu"\nlicense = "Apache-2.0 OR BSL-1.0"\n',
    'vendor/broken/Cargo.toml': '[package',
  });
  const all = [
    react,
    component('pkg:pypi/idna@3.10'),
    component('pkg:cargo/ryu@1.0.18'),
    component('pkg:cargo/broken@1.0.0'),
  ];
  const { licenceFiles } = await findLicenceFiles(host, {}, all);
  assert.ok(licenceFiles.kind === 'looked');
  const told = [...licenceFiles.installed].flatMap(([purl, facts]) =>
    facts.map(({ value, source }) => `${purl} ${value} ${source}`),
  );
  assert.deepEqual(told, [
    'pkg:pypi/idna@3.10 BSD-3-Clause lib/site-packages/idna-3.10.dist-info/METADATA',
    'pkg:npm/react@19.0.0 MIT node_modules/react/package.json',
    'pkg:cargo/ryu@1.0.18 Apache-2.0 OR BSL-1.0 vendor/ryu/Cargo.toml',
  ]);
});
