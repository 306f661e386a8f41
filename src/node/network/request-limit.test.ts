import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requestLimit } from './request-limit.ts';

for (const [header, until] of [
  ['7', ': its limit of requests is used up for 7 s'],
  ['0', ': its limit of requests is used up'],
  ['', ': its limit of requests is used up'],
] as const)
  test(`a limit is told with the time that is left of it: Retry-After is "${header}"`, () => {
    const headers = new Headers(header === '' ? {} : { 'retry-after': header });
    assert.equal(requestLimit({ status: 429, headers })?.until, until);
  });
