import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Reading } from '../../model/plugs/reader.ts';
import { gemfileLock } from './gemfile-lock.ts';

const commit = 'b'.repeat(40);

/** A section with one gem, and what that becomes. */
const sources: readonly (readonly [section: string, says: string])[] = [
  ['GEM\n  remote: https://rubygems.example/', 'pkg:gem/a@1.2 exact'],
  ['GEM\n  remote: https://me:secret@gems.example/', 'pkg:gem/a@1.2?repository_url=https:%2F%2Fgems.example%2F exact'],
  ['GEM\n  remote: https://x.example/\n  remote: https://y.example/', 'pkg:gem/a@1.2 exact !any of 2 servers'],
  [
    `GIT\n  remote: https://git.example/a\n  revision: ${commit}\n  branch: main`,
    `pkg:gem/a@1.2?vcs_url=git%2Bhttps:%2F%2Fgit.example%2Fa%40${commit} exact`,
  ],
  [
    'GIT\n  remote: https://git.example/a\n  branch: main',
    'pkg:gem/a@1.2?vcs_url=git%2Bhttps:%2F%2Fgit.example%2Fa%40main mutable',
  ],
  ['PATH\n  remote: parts', 'pkg:gem/a@1.2 exact own'],
  ['PATH\n  remote: ../../parts', 'pkg:gem/a@1.2 exact own !outside of the scanned one'],
  ['PLUGIN SOURCE\n  remote: x\n  type: s3', 'pkg:gem/a@1.2 exact !the plugin kind "s3"'],
];

for (const [section, says] of sources) {
  test(`a gem of ${JSON.stringify(section)} is ${says}`, () => {
    const { components, diagnostics } = read(`${section}\n  specs:\n    a (1.2)\n\nDEPENDENCIES\n  a!\n`);
    const [one] = components;
    const [own, told] = [one?.firstParty === true ? ' own' : '', diagnostics[0]?.message];
    const [shown, expected = ''] = says.split(' !');
    assert.equal(`${one?.purl} ${one?.pinning.kind}${own}`, shown);
    assert.ok(expected === '' ? diagnostics.length === 0 : told?.includes(expected), told);
  });
}

test('the checksums of each platform are kept by the name of its archive', () => {
  const sums = ['a', 'b', 'c'].map((digit) => `sha256=${digit.repeat(64)}`);
  const { components } = read(
    `GEM\n  specs:\n    a (1.2)\n    a (1.2-java)\n    b (2)\n\nDEPENDENCIES\n  a\n\nCHECKSUMS\n  a (1.2) ${sums[0]}\n  a (1.2-java) ${sums[1]}\n  b (2) ${sums[2]},md5=x\n`,
  );
  const shown = components.map(({ name, hashes }) => `${name}: ${hashes.map(({ of }) => of).join(' ')}`);
  assert.deepEqual(shown, ['a: a-1.2.gem a-1.2-java.gem', 'b: archive']);
});

/** What stands below RUBY VERSION, and the interpreter that it names. */
const rubies: readonly (readonly [written: string, purl: string | undefined])[] = [
  ['ruby 2.6.5p114', 'pkg:generic/ruby@2.6.5'],
  ['ruby 3.4.0.preview2', 'pkg:generic/ruby@3.4.0.preview2'],
  ['ruby 3.1.4p0 (jruby 9.4.5.0)', 'pkg:generic/jruby@9.4.5.0'],
  ['truffle', undefined],
];

for (const [written, purl] of rubies) {
  test(`${JSON.stringify(written)} is ${purl ?? 'not understood'}`, () => {
    const { components } = read(`GEM\n  specs:\n\nDEPENDENCIES\n\nRUBY VERSION\n   ${written}\n`);
    assert.equal(components[0]?.purl, purl);
  });
}

test('what is not held, not known or not understood is told', () => {
  const told = (text: string) =>
    read(text).diagnostics.map(({ message, place }) => `${'line' in place ? place.line : 0} ${message}`);
  assert.deepEqual(told('GEM\n  specs:\n    a (1)\n      z\n\nDEPENDENCIES\n  b\n  a\n'), [
    '3 a needs "z", which this lockfile does not hold',
    '7 the Gemfile asks for "b", which this lockfile does not hold',
  ]);
  assert.deepEqual(told('NEW\n  x\n\nGEM\n  specs:\n    a\n\nDEPENDENCIES\n'), [
    '1 the section "NEW" is not known; what stands in it was left out',
    '6 the line "a" in GEM is not understood',
  ]);
  assert.deepEqual(told('GEM\n  specs:\n    a (1)\n      bundler\n\nDEPENDENCIES\n  a\n'), [
    '3 a needs Bundler, whose version this lockfile does not tell',
  ]);
});

test('the uses are unknown without a Gemfile, and it is told', () => {
  const { components, diagnostics } = read('GEM\n  specs:\n    a (1)\n\nDEPENDENCIES\n  a\n', '');
  assert.equal(components[0]?.scope, 'unknown');
  assert.equal(components[0]?.relation, 'direct');
  assert.match(diagnostics[0]?.message ?? '', /no Gemfile was found/);
});

test('a crowd of versions of one gem is no lockfile', () => {
  const crowd = (size: number) => Array.from({ length: size }, (_, index) => `    a (${index})\n`).join('');
  const { components, diagnostics } = read(`GEM\n  specs:\n${crowd(101)}\nDEPENDENCIES\n`);
  assert.deepEqual(components, []);
  assert.match(diagnostics[0]?.message ?? '', /it holds 101 versions of "a"/);
  assert.equal(read(`GEM\n  specs:\n${crowd(100)}\nDEPENDENCIES\n`).components.length, 100);
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string(), (text) => void read(`GEM\n  specs:\n${text}\nDEPENDENCIES\n${text}`, text)));
});

function read(text: string, gemfile = "gem 'a'\ngem 'b'"): Reading {
  const companions = new Map(gemfile === '' ? [] : [['app/Gemfile', gemfile]]);
  return gemfileLock.read({ path: 'app/Gemfile.lock', text, companions });
}
