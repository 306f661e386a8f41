import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LicenceUse } from '../../../model/licences/licence-use.ts';
import { spdxLicenceIds } from '../generated/spdx-license-ids.ts';
import { familyRows } from '../knowledge/family-rows.ts';
import { judgeLicence } from './judge-licence.ts';

const unknown: LicenceUse = { distribution: undefined, combination: undefined, modified: undefined };

/** Licence, distribution, combination, changed; outcome, what is owed, what is missing. `-` is a fact that nobody states. */
const table = `
MIT                   container       -                 -    allowed-with-obligations  notice
MIT                   hosted-service  -                 -    allowed
MIT                   -               -                 -    allowed-with-obligations  -                                    distribution
CC0-1.0               -               -                 -    allowed
0BSD                  on-device       static            yes  allowed
BSD-3-Clause          on-device       static            no   allowed-with-obligations  notice,no-endorsement
Apache-2.0            firmware        static            no   allowed-with-obligations  notice,patent
MPL-2.0               container       static            no   allowed-with-obligations  notice,source-offer,patent
MPL-2.0               container       static            yes  allowed-with-obligations  notice,source-offer,share-changes,patent
LGPL-2.1-only         container       dynamic           no   allowed-with-obligations  notice,source-offer,relinking
LGPL-2.1-only         container       static            no   needs-legal-review        notice,source-offer,relinking
LGPL-3.0-only         firmware        dynamic           no   needs-legal-review        notice,source-offer,relinking,installation-information,patent
LGPL-2.1-only         container       -                 no   undetermined              notice,source-offer                  combination
LGPL-2.1-only         hosted-service  -                 -    allowed
GPL-2.0-only          container       static            no   not-allowed               notice,source-offer,written-offer
GPL-2.0-only          container       separate-process  no   allowed-with-obligations  notice,source-offer,written-offer
GPL-2.0-only          container       -                 no   undetermined              notice,source-offer,written-offer    combination
GPL-2.0-only          container       build-time-only   no   allowed
GPL-3.0-or-later      on-device       separate-process  no   allowed-with-obligations  notice,source-offer,written-offer,installation-information,patent
GPL-2.0-only          hosted-service  static            no   allowed
AGPL-3.0-only         hosted-service  network           no   allowed-with-obligations  notice,network-source
AGPL-3.0-only         hosted-service  network           yes  needs-legal-review        notice,source-offer,network-source,share-changes
AGPL-3.0-only         hosted-service  dynamic           no   not-allowed               notice,source-offer,network-source
SSPL-1.0              hosted-service  network           no   not-allowed               field-of-use
SSPL-1.0              container       network           no   needs-legal-review        field-of-use
CC-BY-NC-4.0          container       dynamic           no   not-allowed               field-of-use
JSON                  container       dynamic           no   needs-legal-review        notice,field-of-use
OFL-1.1               browser-bundle  -                 -    allowed-with-obligations  notice,font-name
CC-BY-4.0             container       -                 -    allowed-with-obligations  notice
blessing              container       static            no   needs-legal-review
LPPL-1.3c             container       static            no   needs-legal-review
LicenseRef-X          container       static            no   needs-legal-review
`;

for (const line of table.trim().split('\n')) {
  const [licence = '', where, how, changed, outcome, owed = '-', missing = '-'] = line.split(/\s+/);
  const stated = (word: string | undefined) => (word === '-' ? undefined : word);
  test(`${licence}, ${where}, ${how}, changed ${changed}: ${outcome}`, () => {
    const use = {
      distribution: stated(where),
      combination: stated(how),
      modified: changed === '-' ? undefined : changed === 'yes',
    };
    const verdict = judgeLicence(licence, use as LicenceUse);
    assert.equal(verdict.outcome, outcome);
    assert.deepEqual(verdict.obligations, owed === '-' ? [] : owed.split(','));
    assert.deepEqual(verdict.missing, missing === '-' ? [] : missing.split(','));
  });
}

test('of alternatives the better is looked at, and that somebody has to choose is said', () => {
  const verdict = judgeLicence('GPL-3.0-only OR MIT', { ...unknown, distribution: 'container', combination: 'static' });
  assert.equal(verdict.outcome, 'allowed-with-obligations');
  assert.deepEqual(verdict.choices, [{ between: ['GPL-3.0-only', 'MIT'], taken: 'MIT', recorded: false }]);
});

test('of licences that hold together the worst counts', () => {
  const verdict = judgeLicence('MIT AND (GPL-3.0-only WITH GCC-exception-3.1) AND CC-BY-NC-4.0', {
    ...unknown,
    distribution: 'container',
  });
  assert.equal(verdict.outcome, 'not-allowed');
  assert.deepEqual(
    verdict.reasons.map(({ family }) => family),
    ['permissive', 'copyleft-with-exception', 'non-commercial'],
  );
});

test('what is no expression is not taken for one', () => {
  const of = (text: string) => judgeLicence(text, { ...unknown, distribution: 'container' });
  assert.deepEqual(of('MIT/Apache-2.0').missing, ['licence']);
  assert.match(of('MIT/Apache-2.0').reasons[0]?.why ?? '', /perhaps MIT OR Apache-2\.0/);
  assert.equal(of('UNLICENSED').reasons[0]?.family, 'proprietary');
  assert.equal(of('Public Domain').outcome, 'needs-legal-review');
  assert.equal(of('creativeml-openrail-m').reasons[0]?.family, 'model-restricted');
  assert.equal(of('NONE').outcome, 'not-allowed');
  assert.deepEqual(of('NOASSERTION').missing, ['licence']);
});

test('every row of families names licences of the list, each once; what has no row is counted', () => {
  const rows = familyRows.flatMap(([, ids]) => ids.split(/\s+/));
  assert.equal(new Set(rows).size, rows.length);
  assert.deepEqual(
    rows.filter((id) => !spdxLicenceIds.includes(id)),
    [],
  );
  assert.equal(spdxLicenceIds.filter((id) => !rows.includes(id)).length, 77);
});
