import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimedBy } from './claim-sources.ts';

const cases: readonly (readonly [glob: string, file: string, claimed: boolean])[] = [
  ['service/package-lock.json', 'service/package-lock.json', true],
  ['images/service.tar', 'images/service.tar!/var/lib/dpkg/status', true],
  ['images/*.tar', 'images/all.tar!service:1.0!/var/lib/dpkg/status', true],
  ['images/service.tar!/opt/**', 'images/service.tar!/opt/app.jar', true],
  ['images/service.tar!/opt/**', 'images/service.tar!/var/lib/dpkg/status', false],
  ['images/other.tar', 'images/service.tar!/var/lib/dpkg/status', false],
  ['images/service', 'images/service/index.json!/var/lib/dpkg/status', true],
  ['images/service/**', 'images/service/index.json!/var/lib/dpkg/status', true],
  ['images/service', 'images/service/index.json', false],
];

for (const [glob, file, claimed] of cases)
  test(`${glob} ${claimed ? 'claims' : 'does not claim'} ${file}`, () => {
    assert.equal(claimedBy([glob])(file), claimed);
  });
