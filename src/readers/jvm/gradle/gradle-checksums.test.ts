import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseVerificationMetadata } from './gradle-checksums.ts';

const sha256 = 'A1'.repeat(32);

const artifacts: readonly (readonly [string, boolean, readonly string[]])[] = [
  [
    `<artifact name="a-1.jar"><sha256 value="${sha256}"/></artifact>`,
    true,
    [`sha256 ${sha256.toLowerCase()} of a-1.jar`],
  ],
  [`<artifact name="a-1.pom"><sha256 value="${sha256}"/></artifact>`, false, []],
  [`<artifact name="a-1.module"><sha256 value="${sha256}"/></artifact>`, false, []],
  ['<artifact name="a-1.jar"><pgp value="AB12"/></artifact>', true, []],
  ['<artifact name="a-1.jar"><sha256 value="a1"/></artifact>', true, []],
  [`<artifact name="a-1.jar"><sha256 value="${'x'.repeat(64)}"/></artifact>`, true, []],
  [
    `<artifact name="a-1.jar"><md5 value="${'0'.repeat(32)}"><also-trust value="${'1'.repeat(32)}"/></md5></artifact>`,
    true,
    [`md5 ${'0'.repeat(32)} of a-1.jar`, `md5 ${'1'.repeat(32)} of a-1.jar`],
  ],
];

for (const [artifact, holdsCode, expected] of artifacts) {
  test(`${artifact.slice(0, 60)} gives ${expected.length} checksums`, () => {
    const [component] = read(`<component group="g" name="a" version="1">${artifact}</component>`);
    assert.equal(component?.holdsCode, holdsCode);
    assert.deepEqual(
      component?.hashes.map(({ algorithm, value, of }) => `${algorithm} ${value} of ${of}`),
      expected,
    );
  });
}

test('a file without components verifies nothing', () => {
  assert.deepEqual(parseVerificationMetadata('<verification-metadata/>'), []);
});

function read(components: string) {
  const verified = parseVerificationMetadata(
    `<verification-metadata><components>${components}</components></verification-metadata>`,
  );
  assert.ok(!('message' in verified));
  return verified;
}
