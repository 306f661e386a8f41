import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitTag } from './tag.ts';

const tags: readonly (readonly [tag: string, name: string, version: string])[] = [
  ['v1.2.3', '', '1.2.3'],
  ['1.2.3', '', '1.2.3'],
  ['R_2_4_8', '', '2_4_8'],
  ['release-2.0', '', '2.0'],
  ['refs/tags/v1.0', '', '1.0'],
  ['curl-8_4_0', 'curl', '8_4_0'],
  ['rel/commons-codec-1.16.1', 'commonscodec', '1.16.1'],
  ['gdb-16.1-release', 'gdb', '16.1-release'],
  ['lib2geom-v1.0', 'lib2geom', '1.0'],
];

for (const [tag, name, version] of tags)
  test(`the tag ${tag} is version ${version} of ${name === '' ? 'what has no name' : name}`, () => {
    assert.deepEqual(splitTag(tag), { name, version });
  });

for (const tag of ['nightly', 'go1.20.1', 'zlib1.2.11', 'zlib1.2.11-3', 'openssl1_1_1'])
  test(`nobody can tell which digits of ${tag} are its version`, () => {
    assert.equal(splitTag(tag), undefined);
  });
