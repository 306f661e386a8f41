import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Artefact } from '../facts/artefacts.ts';
import { bsiProperties } from './bsi-properties.ts';

const file = (name: string | undefined, address?: string): Artefact => ({ name, address, hashes: [] });
const packed = ['archive', 'structured'];

const cases: readonly (readonly [what: string, artefacts: readonly Artefact[], values: readonly string[]])[] = [
  ['nothing', [], []],
  ['a name', [file('a-1.whl')], ['a-1.whl', ...packed]],
  ['an address', [file(undefined, 'https://npm.example/a/-/a-1.tgz')], ['a-1.tgz', ...packed]],
  ['an encoded address', [file(undefined, 'https://pypi.example/a-1%2Bcpu.tar.gz#x')], ['a-1+cpu.tar.gz', ...packed]],
  ['no archive', [file(undefined, 'https://files.example/a.bin?token=1')], ['a.bin']],
  ['an address without a file', [file(undefined, 'https://npm.example/a/download')], []],
  ['an address with a hidden folder', [file(undefined, 'https://npm.example/x%2F..%2Fa.tgz')], []],
  ['an address that is wrongly encoded', [file(undefined, 'https://npm.example/a%zz.tgz')], []],
  ['several files, of which none is the component', [file('a-1.whl'), file('a-1.tar.gz')], []],
];

for (const [what, artefacts, values] of cases) {
  test(`of ${what} is told ${values.length === 0 ? 'nothing' : values.join(', ')}`, () => {
    assert.deepEqual(
      bsiProperties(artefacts).map(({ value }) => value),
      values,
    );
  });
}
