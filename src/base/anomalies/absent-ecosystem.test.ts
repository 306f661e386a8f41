import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLackOfEcosystem, lackOfEcosystem } from './absent-ecosystem.ts';

test('what is said of an ecosystem that the store lacks is recognised, also where more follows, and in files of before', () => {
  const said = lackOfEcosystem('PyPI');
  assert.equal(said, 'the store holds no records for PyPI');
  assert.ok(isLackOfEcosystem(said));
  assert.ok(isLackOfEcosystem(`${said}, and the store holds no CVE record of a:b, which it was confirmed to be`));
  assert.ok(!isLackOfEcosystem('no source of advisories covers generic packages'));
});
