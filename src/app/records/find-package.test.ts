import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../../test/sample-component.ts';
import { findPackage } from './find-package.ts';

const components = [
  'pkg:npm/left-pad@1.3.0',
  'pkg:npm/%40babel/core@7.1.0',
  'pkg:npm/%40babel/core@7.2.0',
  'pkg:npm/core@1.0.0',
  'pkg:pypi/requests@2.0.0',
  'pkg:npm/requests@1.0.0',
  'pkg:maven/org.slf4j/slf4j-api@2.0.0',
].map((purl) => component(purl));

const meant: readonly (readonly [wanted: string, soup: string])[] = [
  ['pkg:npm/left-pad', 'pkg:npm/left-pad'],
  ['pkg:npm/@babel/core@7.1.0', 'pkg:npm/%40babel/core'],
  ['left-pad', 'pkg:npm/left-pad'],
  ['Left-Pad@1.3.0', 'pkg:npm/left-pad'],
  ['@babel/core', 'pkg:npm/%40babel/core'],
  ['npm/@babel/core', 'pkg:npm/%40babel/core'],
  ['core', 'pkg:npm/core'],
  ['pypi/requests', 'pkg:pypi/requests'],
  ['slf4j-api', 'pkg:maven/org.slf4j/slf4j-api'],
];

for (const [wanted, soup] of meant)
  test(`${wanted} is ${soup}`, () => {
    assert.equal(findPackage(components, wanted), soup);
  });

test('a name that several packages have is not guessed: they are listed', () => {
  assert.throws(() => findPackage(components, 'requests'), {
    name: 'UsageError',
    message: '"requests" may be 2 packages',
    help: 'Say which: pkg:npm/requests, pkg:pypi/requests.',
  });
});

test('a name that is not there comes with the nearest that is', () => {
  const refused = (wanted: string, help: string) =>
    assert.throws(() => findPackage(components, wanted), { name: 'UsageError', help });
  refused('leftpad', 'Did you mean pkg:npm/left-pad?');
  refused('slf4j', 'Did you mean pkg:maven/org.slf4j/slf4j-api?');
  refused('something-else', 'Run `tureen scan` to see what there is.');
  refused('', 'Run `tureen scan` to see what there is.');
});
