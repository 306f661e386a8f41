import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outerFile } from './outer-file.ts';

const cases = [
  ['images/service.tar!/etc/os-release', 'images/service.tar'],
  ['images/all.tar!service:1.0!/etc/os-release', 'images/all.tar'],
  ['index.json!/app.jar', 'index.json'],
  ['images/service.tar', 'images/service.tar'],
  ['src/hello!.txt', 'src/hello!.txt'],
] as const;

for (const [path, outer] of cases)
  test(`${path} lies in ${outer}`, () => {
    assert.equal(outerFile(path), outer);
  });
