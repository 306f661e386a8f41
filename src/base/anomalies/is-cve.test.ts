import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCve } from './is-cve.ts';

for (const [id, is] of [
  ['CVE-1999-0001', true],
  ['CVE-2026-1234567890123456789', true],
  ['CVE-2026-12345678901234567890', false],
  ['CVE-2026-123', false],
  ['CVE-26-1234', false],
  ['CVE-2026-NNNN', false],
  ['cve-2026-1234', false],
  ['DEBIAN-CVE-2026-1234', false],
  ['CVE-2026-1234\n', false],
  ['GHSA-jf85-cpcp-j695', false],
] as const)
  test(`${JSON.stringify(id)} is ${is ? 'the id of a CVE' : 'no id of a CVE'}`, () => assert.equal(isCve(id), is));
