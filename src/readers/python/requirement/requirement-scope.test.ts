import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scopeOfPath } from './requirement-scope.ts';

const paths: readonly (readonly [path: string, scope: string])[] = [
  ['requirements.txt', 'unknown'],
  ['backend/requirements.txt', 'unknown'],
  ['requirements-gpu.txt', 'unknown'],
  ['requirements-min.txt', 'unknown'],
  ['requirements-device.txt', 'unknown'],
  ['requirements-dev.txt', 'development'],
  ['requirements_dev.txt', 'development'],
  ['dev-requirements.txt', 'development'],
  ['requirements.test.txt', 'development'],
  ['Requirements-DOCS.txt', 'development'],
  ['requirements/lint.txt', 'development'],
  ['requirements/base.txt', 'unknown'],
  ['docs/requirements.txt', 'development'],
  ['tests/requirements.txt', 'development'],
  ['docs/requirements-prod.txt', 'runtime'],
  ['tests/data/requirements.txt', 'unknown'],
  ['requirements-prod.txt', 'runtime'],
  ['requirements-optional.txt', 'optional'],
  ['requirements-prod-test.txt', 'unknown'],
];

for (const [path, scope] of paths) {
  test(`${path} tells ${scope}`, () => {
    const { scope: told, reason } = scopeOfPath(path);
    assert.equal(told, scope);
    assert.notEqual(reason, '');
  });
}
