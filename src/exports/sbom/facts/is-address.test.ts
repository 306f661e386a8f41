import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAddress } from './is-address.ts';

const addresses: readonly string[] = [
  'https://npm.example/a/-/a-1.0.0.tgz',
  'https://user@host.example:8080/a?b=c&d=%20#e',
  'https://süß.example/ä',
  'git+ssh://git@host.example/a/b.git#0123456789012345678901234567890123456789',
  'github:owner/name',
  'file:../core',
  'pkg:npm/%40scope/a@1.0.0',
];

for (const text of addresses) {
  test(`${text} is an address`, () => assert.equal(isAddress(text), true));
}

const others: readonly string[] = [
  '',
  'a/b.tgz',
  '../core',
  'git@host.example:a/b.git',
  'git+ssh://git@host.example:a/b.git',
  'https://',
  'https://host.example:port/',
  'https://[::1]/',
  'https://host.example/a b',
  'https://host.example/%zz',
  'https://host.example/a#b#c',
  'https://host.example/<a>',
  'https://host.example/\u0000',
  'https://host.example/\ud800',
  'mailto:',
];

for (const text of others) {
  test(`${JSON.stringify(text)} is no address`, () => assert.equal(isAddress(text), false));
}
