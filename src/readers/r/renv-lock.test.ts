import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Reading } from '../../model/plugs/reader.ts';
import { renvLock } from './renv-lock.ts';

const sha = 'f'.repeat(40);
const github = { Source: 'GitHub', RemoteUsername: 'u', RemoteRepo: 'r' };

/** Fields of a package, and what it is. */
const sources: readonly (readonly [fields: object, says: string])[] = [
  [{ Source: 'Repository', Repository: 'CRAN' }, 'pkg:cran/a@1 exact'],
  [{ Source: 'Repository', Repository: 'RSPM' }, 'pkg:cran/a@1 exact'],
  [{ Source: 'Repository' }, 'pkg:cran/a@1 exact'],
  [{ Source: 'CRAN' }, 'pkg:cran/a@1 exact'],
  [{ Source: 'Bioconductor' }, 'pkg:bioconductor/a@1 exact'],
  [{ Source: 'Repository', Repository: 'BioCsoft' }, 'pkg:bioconductor/a@1 exact'],
  [
    { Source: 'Repository', Repository: 'https://u:p@lab.example/r' },
    'pkg:cran/a@1?repository_url=https:%2F%2Flab.example%2Fr exact',
  ],
  [{ Source: 'Repository', Repository: 'house' }, 'pkg:cran/a@1?repository_url=https:%2F%2Fhouse.example exact'],
  [{ Source: 'Repository', Repository: 'other' }, 'pkg:cran/a@1 exact !whose address renv.lock does not tell'],
  [
    { ...github, RemoteHost: 'api.github.com', RemoteSha: sha },
    `pkg:cran/a@1?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Fu%2Fr%40${sha} exact`,
  ],
  [{ ...github, RemoteRef: 'v1' }, 'pkg:cran/a@1?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Fu%2Fr%40v1 mutable'],
  [{ ...github, RemoteRepo: undefined }, 'pkg:cran/a@1 exact !of which nothing more is told'],
  [
    { Source: 'unknown', RemoteType: 'gitlab', RemoteUsername: 'u', RemoteRepo: 'r', RemoteSha: sha },
    `pkg:cran/a@1?vcs_url=git%2Bhttps:%2F%2Fgitlab.com%2Fu%2Fr%40${sha} exact`,
  ],
  [
    { Source: 'git2r', RemoteUrl: 'https://git.example/a.git', RemoteSha: sha },
    `pkg:cran/a@1?vcs_url=git%2Bhttps:%2F%2Fgit.example%2Fa.git%40${sha} exact`,
  ],
  [
    { Source: 'URL', RemoteUrl: 'https://x.example/a.tgz?k=1' },
    'pkg:cran/a@1?download_url=https:%2F%2Fx.example%2Fa.tgz exact',
  ],
  [{ Source: 'Local', RemoteUrl: './a_1.tar.gz' }, 'pkg:cran/a@1 exact'],
  [{ Source: 'Local', RemoteUrl: 'parts/a' }, 'pkg:cran/a@1 exact own'],
  [{ Source: 'Local', RemoteUrl: '~/a' }, 'pkg:cran/a@1 exact own !outside of the scanned one'],
  [{ Source: 'Cellar' }, 'pkg:cran/a@1 exact !of which nothing more is told'],
];

for (const [fields, says] of sources) {
  test(`a package with ${JSON.stringify(fields)} is ${says}`, () => {
    const { components, diagnostics } = read({ a: { Version: '1', ...fields } });
    const one = components.find(({ name }) => name === 'a');
    const [shown, told = ''] = says.split(' !');
    assert.equal(`${one?.purl} ${one?.pinning.kind}${one?.firstParty === true ? ' own' : ''}`, shown);
    assert.ok(told === '' ? diagnostics.length === 0 : diagnostics[0]?.message.includes(told));
    assert.ok(!JSON.stringify(components).includes('u:p'));
  });
}

/** Fields of needs, and what they lead to beside `b`, which is locked. */
const needs: readonly (readonly [fields: object, leads: string])[] = [
  [{ Requirements: ['R', 'b'] }, 'pkg:cran/b@2 pkg:generic/R@4.4.0'],
  [{ Imports: ['b (>= 1)', 'methods'], Depends: ['R (>= 3)'] }, 'pkg:cran/b@2 pkg:generic/R@4.4.0'],
  [{ Imports: 'b (>= 1), stats' }, 'pkg:cran/b@2 pkg:generic/R@4.4.0'],
  [{ LinkingTo: ['b'] }, 'pkg:cran/b@2'],
  [{ Suggests: ['b'] }, ''],
  [{ Requirements: ['Matrix'] }, 'pkg:generic/R@4.4.0'],
  [{ Requirements: ['gone'] }, '!a needs "gone", which renv.lock does not hold'],
];

for (const [fields, leads] of needs) {
  test(`${JSON.stringify(fields)} lead to ${leads}`, () => {
    const b = { Version: '2', Source: 'Repository', Requirements: ['R'] };
    const { components, diagnostics } = read({ a: { Version: '1', Source: 'Repository', ...fields }, b });
    const told = diagnostics.map(({ message }) => `!${message}`);
    const found = components.find(({ name }) => name === 'a')?.dependsOn ?? [];
    assert.equal([...found, ...told].join(' '), leads);
  });
}

test('a lockfile without any needs holds no graph', () => {
  const { graph, components } = read({ a: { Version: '1', Source: 'Repository' } });
  assert.equal(graph, 'none');
  assert.ok(components.every(({ dependsOn }) => dependsOn === undefined));
});

test('DESCRIPTION tells the use of what it asks for, and of what that needs', () => {
  const plain = { Version: '1', Source: 'Repository' };
  const { components, diagnostics } = read(
    { a: { ...plain, Requirements: ['b'] }, b: plain, c: { ...plain, Requirements: ['b', 'd'] }, d: plain, e: plain },
    'Package: x\nImports: a,\n    z (>= 2)\nSuggests: c, y\nNotes\n continued: b\n',
  );
  assert.deepEqual(
    components.map(({ name, relation, scope }) => `${name} ${relation} ${scope}`),
    [
      'R direct runtime',
      'a direct runtime',
      'b transitive runtime',
      'c direct optional',
      'd transitive optional',
      'e unknown unknown',
      'x direct runtime',
    ],
  );
  assert.deepEqual(
    diagnostics.map(({ message }) => message),
    ['DESCRIPTION asks for "z", which renv.lock does not hold'],
  );
});

test('a file without packages holds R', () => {
  const text = '{"R": {"Version": "4.4.0", "Repositories": {"CRAN": "https://cran.example"}}, "Packages": []}';
  const { components } = renvLock.read({ path: 'renv.lock', text, companions: new Map() });
  assert.deepEqual(
    components.map(({ purl }) => purl),
    ['pkg:generic/R@4.4.0'],
  );
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), fc.jsonValue(), (text, value) => {
      read({ a: { Version: '1', Source: text, Imports: text, RemoteUrl: text } }, text);
      renvLock.read({
        path: 'renv.lock',
        text: JSON.stringify({ R: value, Packages: { a: value } }),
        companions: new Map(),
      });
    }),
  );
});

function read(packages: Readonly<Record<string, object>>, description = ''): Reading {
  const R = { Version: '4.4.0', Repositories: [{ Name: 'house', URL: 'https://house.example' }] };
  const companions = new Map(description === '' ? [] : [['x/DESCRIPTION', description]]);
  return renvLock.read({ path: 'x/renv.lock', text: JSON.stringify({ R, Packages: packages }), companions });
}
