import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { rebarLock } from './rebar-lock.ts';

const commit = 'd'.repeat(40);
const sum = 'E'.repeat(64);

/** A lockfile, and what it holds. */
const locks: readonly (readonly [text: string, holds: string])[] = [
  ['[].', ''],
  ['{"1.2.0",\n[{<<"a">>,{pkg,<<"a">>,<<"1.0.0">>},0}]}.', 'pkg:hex/a@1.0.0 direct'],
  ['[{<<"a">>,{pkg,<<"b">>,<<"1.0.0">>},2}].', 'pkg:hex/b@1.0.0 transitive'],
  [`[{<<"a">>,{pkg,<<"a">>,<<"1.0.0">>,<<"${sum}">>},0}].`, 'pkg:hex/a@1.0.0 direct 1'],
  [
    `{"1.2.0",[{<<"a">>,{pkg,<<"b">>,<<"1">>},0}]}.\n[{pkg_hash,[{<<"a">>,<<"${sum}">>}]},{pkg_hash_ext,[{<<"a">>,<<"${sum}">>}]}].`,
    'pkg:hex/b@1 direct 2',
  ],
  [
    `[{<<"a">>,{git,"https://git.example/a",{ref,"${commit}"}},0}].`,
    `pkg:hex/a@${commit}?vcs_url=git%2Bhttps:%2F%2Fgit.example%2Fa%40${commit} direct`,
  ],
  [
    `[{<<"a">>,{hg,"https://hg.example/a",{ref,"${commit}"}},0}].`,
    `pkg:hex/a@${commit}?vcs_url=hg%2Bhttps:%2F%2Fhg.example%2Fa%40${commit} direct`,
  ],
  ['% a word\n[{<<"a">>,{raw,x},0}, {<<"b">>,{pkg,<<"b">>,<<"1">>},0}].', 'pkg:hex/b@1 direct !2'],
  ['[{<<"a">>,x,0}, 5].', '!1 !1'],
];

for (const [text, holds] of locks) {
  test(`${JSON.stringify(text)} holds ${holds}`, () => {
    const { components, diagnostics } = rebarLock.read({ path: 'rebar.lock', text, companions: new Map() });
    const shown = components.map(
      ({ purl, relation, hashes }) => `${purl} ${relation}${hashes.length === 0 ? '' : ` ${hashes.length}`}`,
    );
    const told = diagnostics.map(({ place }) => `!${'line' in place ? place.line : 0}`);
    assert.equal([...shown, ...told].join(' '), holds);
  });
}

/** Texts that are no rebar.lock. */
const broken = ['', '[', '[]', 'a.', '{"1.2.0"}.', '{"2.0.0",[]}.', '[].\n[', '<<"a', '<<<<<<< HEAD\n[].'];

for (const text of broken) {
  test(`${JSON.stringify(text)} is refused`, () => {
    const { components, diagnostics } = rebarLock.read({ path: 'rebar.lock', text, companions: new Map() });
    assert.deepEqual(components, []);
    assert.equal(diagnostics[0]?.rule, 'reading/syntax');
  });
}

test('no text makes it throw, and none takes long', () => {
  const read = (text: string) => void rebarLock.read({ path: 'rebar.lock', text, companions: new Map() });
  fc.assert(fc.property(fc.string(), (text) => read(`[{<<"a">>,${text}}].`)));
  for (const piece of ['{', '[', '"', "'", '<<"', '%', '.', '\\']) read(piece.repeat(20_000));
});
