import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatPurl, parsePurl } from '../purl.ts';
import { repositoryParts } from './repository-parts.ts';

const repositories: readonly (readonly [address: string, purl: string])[] = [
  ['https://github.com/DCMTK/dcmtk.git', 'pkg:github/dcmtk/dcmtk'],
  ['git@github.com:google/googletest.git', 'pkg:github/google/googletest'],
  ['ssh://git@bitbucket.org/multicoreware/x265_git', 'pkg:bitbucket/multicoreware/x265_git'],
  ['https://gitlab.com/libeigen/eigen.git', 'pkg:git/gitlab.com/libeigen/eigen'],
  ['https://gitlab.kitware.com/a/b/c', 'pkg:git/gitlab.kitware.com/a/b/c'],
  ['git://sourceware.org/git/bzip2.git', 'pkg:git/sourceware.org/git/bzip2'],
  ['../imaging-core.git', 'pkg:generic/imaging-core'],
  ['/srv/git/core', 'pkg:generic/core'],
  ['https://server/core.git', 'pkg:generic/core'],
  ['', 'pkg:generic/unnamed'],
];

for (const [address, purl] of repositories) {
  test(`${JSON.stringify(address)} is ${purl}`, () => {
    const written = formatPurl(repositoryParts(address));
    assert.equal(written, purl);
    assert.ok(parsePurl(written));
  });
}
