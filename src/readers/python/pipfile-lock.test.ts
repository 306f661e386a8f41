import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Reading } from '../../model/plugs/reader.ts';
import { pipfileLock } from './pipfile-lock.ts';

const commit = '0a'.repeat(20);

const entries: readonly (readonly [entry: object, purl: string, says: string])[] = [
  [{ version: '==1.0' }, 'pkg:pypi/a-b@1.0', 'exact'],
  [{ version: '==1.0+cpu' }, 'pkg:pypi/a-b@1.0+cpu', 'exact'],
  [{ version: '*' }, 'pkg:pypi/a-b', 'range *'],
  [{ version: '>=1' }, 'pkg:pypi/a-b', 'range >=1'],
  [{}, 'pkg:pypi/a-b', 'range *'],
  [
    { git: 'https://u:p@g.example/a', ref: commit },
    `pkg:pypi/a-b@${commit}?vcs_url=git+https://g.example/a@${commit}`,
    'exact',
  ],
  [
    { git: 'https://g.example/a', ref: 'main', subdirectory: 'py' },
    'pkg:pypi/a-b?vcs_url=git+https://g.example/a@main#py',
    'mutable git+https://g.example/a@main#py',
  ],
  [{ path: '.', editable: true }, 'pkg:pypi/a-b', 'exact own'],
  [{ path: './a_b-1.0-py3-none-any.whl' }, 'pkg:pypi/a-b@1.0', 'exact'],
  [
    { file: 'https://x.example/a_b-1.0-py3-none-any.whl' },
    'pkg:pypi/a-b@1.0?download_url=https://x.example/a_b-1.0-py3-none-any.whl',
    'exact',
  ],
];

for (const [entry, purl, says] of entries) {
  test(`${JSON.stringify(entry)} is ${says}`, () => {
    const [component] = read({ default: { A_B: entry } }).components;
    assert.equal(decodeURIComponent(component?.purl ?? ''), purl);
    const { pinning, firstParty } = component ?? {};
    const asked = pinning === undefined || pinning.kind === 'exact' ? '' : ` ${pinning.asked}`;
    assert.equal(`${pinning?.kind}${asked}${firstParty === true ? ' own' : ''}`, says);
  });
}

test('sections tell the scope: the two that every lockfile has, and others by their names', () => {
  const lock = Object.fromEntries(
    ['default', 'develop', 'docs', 'gpu'].map((name) => [name, { a: { version: '==1' } }]),
  );
  assert.deepEqual(
    read(lock).components.map(({ scope }) => scope),
    ['runtime', 'development', 'development', 'unknown'],
  );
});

const pipfiles: readonly (readonly [pipfile: string | undefined, says: string, problems: number])[] = [
  [undefined, 'unknown unknown', 0],
  ['[packages]\nA_b = "*"\n', 'direct transitive', 0],
  ['[packages]\n[dev-packages]\n"a.b" = { version = "*" }\n', 'direct transitive', 0],
  ['[docs]\na-b = "*"\n[scripts]\nc = "run"\n', 'direct transitive', 0],
  ['[packages\n', 'unknown unknown', 1],
];

for (const [pipfile, says, problems] of pipfiles) {
  test(`beside ${JSON.stringify(pipfile)} the packages are ${says}`, () => {
    const { components, diagnostics } = read(
      { default: { 'a-b': { version: '==1' }, c: { version: '==1' } } },
      pipfile,
    );
    assert.equal(components.map(({ relation }) => relation).join(' '), says);
    assert.equal(diagnostics.length, problems);
  });
}

test('nobody can say who needs whom', () => {
  const { graph, components } = read({ default: { a: { version: '==1' } } });
  assert.equal(graph, 'none');
  assert.equal(components[0]?.dependsOn, undefined);
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), fc.string(), (text, pipfile) => {
      pipfileLock.read({ path: 'Pipfile.lock', text, companions: new Map([['Pipfile', pipfile]]) });
    }),
  );
});

function read(sections: object, pipfile?: string): Reading {
  const text = JSON.stringify({ _meta: { 'pipfile-spec': 6 }, ...sections });
  const companions = new Map(pipfile === undefined ? [] : [['Pipfile', pipfile]]);
  return pipfileLock.read({ path: 'Pipfile.lock', text, companions });
}
