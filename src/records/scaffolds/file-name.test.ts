import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { itemFile } from './file-name.ts';

const cases: readonly (readonly [string, string])[] = [
  ['pkg:pypi/numpy', 'soup/items/pypi-numpy.yaml'],
  ['pkg:npm/%40cornerstonejs/core', 'soup/items/npm-cornerstonejs-core.yaml'],
  ['pkg:deb/debian/libstdc%2B%2B6', 'soup/items/deb-libstdc++6.yaml'],
  ['pkg:golang/github.com/BurntSushi/toml', 'soup/items/golang-github.com-burntsushi-toml.yaml'],
  ['pkg:nuget/Newtonsoft.Json', 'soup/items/nuget-newtonsoft.json.yaml'],
  ['pkg:generic/con', 'soup/items/generic-con.yaml'],
  ['pkg:generic/%E6%BC%A2', 'soup/items/generic-ded206.yaml'],
  ['pkg:generic/..%2F..%2Fetc', 'soup/items/generic-etc.yaml'],
];

for (const [soup, file] of cases) {
  test(`the record of ${soup} is ${file}`, () => {
    assert.equal(
      itemFile(soup, () => false),
      file,
    );
  });
}

test('a name that is taken gets letters of the hash, the same each time', () => {
  const taken = (file: string) => file === 'soup/items/npm-babel-core.yaml';
  const file = itemFile('pkg:npm/%40babel/core', taken);
  assert.match(file, /^soup\/items\/npm-babel-core-[0-9a-f]{6}\.yaml$/);
  assert.equal(itemFile('pkg:npm/%40babel/core', taken), file);
  assert.notEqual(itemFile('pkg:npm/babel-core', taken), file);
});

test('whatever a package is called, its record has a name that every file system keeps', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const file = itemFile(`pkg:generic/${encodeURIComponent(name.toWellFormed())}`, () => false);
      assert.match(file, /^soup\/items\/generic[a-z0-9._+-]{0,110}\.yaml$/);
      assert.doesNotMatch(file, /\.\.\//);
    }),
  );
});
