import assert from 'node:assert/strict';
import { test } from 'node:test';
import { growsEvenly } from '../../../test/grows-evenly.ts';
import { parseCpe } from './parse-cpe.ts';

const read: readonly (readonly [string, string])[] = [
  ['cpe:2.3:a:haxx:curl:8.1.0:*:*:*:*:*:*:*', 'a haxx curl 8.1.0 * *'],
  ['cpe:2.3:a:apache:log4j:2.0:beta9:*:*:*:*:*:*', 'a apache log4j 2.0 beta9 *'],
  ['cpe:2.3:a:Vendor:Pro\\:duct\\!:-:*:*:*:*:node.js:*:*', 'a vendor pro:duct! - * node.js'],
  ['cpe:2.3:o:linux:linux_kernel:*:*:*:*:*:*:*:*', 'o linux linux_kernel * * *'],
  ['cpe:/a:openssl:openssl:1.0.2k', 'a openssl openssl 1.0.2k * *'],
  ['cpe:/a:acme:re%2fader:9.3:beta1', 'a acme re/ader 9.3 beta1 *'],
  ['cpe:/a:acme:reader:9.3::~~~node.js~~', 'a acme reader 9.3 * node.js'],
];

for (const [text, parts] of read) {
  test(`${text} is read`, () => {
    assert.equal(Object.values(parseCpe(text) ?? {}).join(' '), parts);
  });
}

const refused = [
  'cpe:2.3:a:vendor:pro:duct:1.0:*:*:*:*:*:*:*',
  'cpe:2.3:a:haxx:curl',
  'cpe:2.3:x:haxx:curl:8:*:*:*:*:*:*:*',
  'cpe:2.3:a:*:curl:8:*:*:*:*:*:*:*',
  'cpe:/a:acme',
  'curl 8.1.0',
  `cpe:2.3:a:${'x'.repeat(3000)}:curl:*:*:*:*:*:*:*:*`,
];

for (const text of refused) {
  test(`${text.slice(0, 60)} is no CPE`, () => {
    assert.equal(parseCpe(text), undefined);
  });
}

/** Four times as many are as many as a CPE may have; that they are many times as many texts makes the time long enough to be measured. */
const some = 240;

test('many backslashes and colons are read in linear time', () =>
  growsEvenly(
    'a colon',
    (count) => {
      for (let time = 0; time < 2000; time++) parseCpe(`cpe:2.3:${'\\:'.repeat(count)}`);
    },
    { from: some, enough: some },
  ));
