import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolvePath } from './resolve-path.ts';

const cases: readonly (readonly [file: string, named: string, path: string | undefined])[] = [
  ['go.mod', './api', 'api'],
  ['app/go.mod', '../api/', 'api'],
  ['app/go.mod', '..\\api', 'api'],
  ['app/go.mod', 'api//v2/./x', 'app/api/v2/x'],
  ['app/go.mod', '.', 'app'],
  ['app/go.mod', '..', ''],
  ['app/go.mod', '../..', undefined],
  ['app/go.mod', '../../app/api', undefined],
  ['app/go.mod', '/srv/api', undefined],
  ['app/go.mod', '~/api', undefined],
  ['app/go.mod', 'C:\\api', undefined],
  ['app/go.mod', 'https://host.example/api', undefined],
];

for (const [file, named, path] of cases) {
  test(`${named} in ${file} is ${path ?? 'nowhere below the root'}`, () => {
    assert.equal(resolvePath(file, named), path);
  });
}
