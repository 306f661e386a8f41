import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LicenceUse } from '../../../model/licences/licence-use.ts';
import { policyRules } from '../knowledge/policy-rules.ts';
import { judgeLicence } from './judge-licence.ts';

/** Licence | how it reaches users | how it is combined | changed | outcome | rule | what is owed, or the fact that is missing. */
const situations = `
GPL-2.0-only                              | container      | separate-process | no  | allowed-with-obligations | copyleft-beside           | notice,source-offer,written-offer
GPL-3.0-only                              | firmware       | separate-process | yes | allowed-with-obligations | copyleft-modified         | notice,source-offer,written-offer,share-changes,installation-information,patent
GPL-3.0-only                              | browser-bundle | static           | no  | not-allowed              | copyleft-one-work         | notice,source-offer,written-offer,patent
GPL-2.0-only                              | installed-app  | header-only      | no  | not-allowed              | copyleft-one-work         | notice,source-offer,written-offer
GPL-2.0-only                              | hosted-service | static           | yes | allowed                  | copyleft-hosted           | -
GPL-3.0-only                              | firmware       | build-time-only  | no  | allowed                  | build-time-only           | -
GPL-2.0-only WITH Classpath-exception-2.0 | container      | dynamic          | no  | allowed-with-obligations | copyleft-with-exception   | notice,source-offer
LGPL-2.1-only                             | installed-app  | dynamic          | no  | allowed-with-obligations | library-copyleft-dynamic  | notice,source-offer,relinking
LGPL-2.1-only                             | installed-app  | dynamic          | yes | allowed-with-obligations | library-copyleft-modified | notice,source-offer,relinking,share-changes
LGPL-2.1-only                             | installed-app  | static           | no  | needs-legal-review       | library-copyleft-static   | notice,source-offer,relinking
LGPL-3.0-only                             | firmware       | dynamic          | no  | needs-legal-review       | library-copyleft-locked   | notice,source-offer,relinking,installation-information,patent
LGPL-3.0-only                             | firmware       | static           | no  | needs-legal-review       | library-copyleft-static   | notice,source-offer,relinking,installation-information,patent
LGPL-2.1-only                             | browser-bundle | static           | no  | needs-legal-review       | library-copyleft-static   | notice,source-offer,relinking
LGPL-2.1-only                             | container      | header-only      | no  | needs-legal-review       | library-copyleft-header   | notice,source-offer
LGPL-2.1-only                             | container      | separate-process | no  | allowed-with-obligations | library-copyleft-beside   | notice,source-offer
LGPL-2.1-only                             | hosted-service | static           | yes | allowed                  | library-copyleft-hosted   | -
AGPL-3.0-only                             | hosted-service | network          | no  | allowed-with-obligations | network-copyleft-hosted   | notice,network-source
AGPL-3.0-only                             | hosted-service | separate-process | yes | needs-legal-review       | network-copyleft-modified | notice,source-offer,network-source,share-changes
AGPL-3.0-only                             | hosted-service | static           | no  | not-allowed              | network-copyleft-one-work | notice,source-offer,network-source
AGPL-3.0-only                             | container      | network          | no  | needs-legal-review       | network-copyleft-beside   | notice,source-offer,written-offer,network-source,patent
AGPL-3.0-only                             | browser-bundle | static           | no  | not-allowed              | network-copyleft-one-work | notice,source-offer,network-source,patent
AGPL-3.0-only                             | hosted-service | build-time-only  | no  | allowed                  | build-time-only           | -
MPL-2.0                                   | browser-bundle | static           | yes | allowed-with-obligations | file-copyleft-modified    | notice,source-offer,share-changes,patent
MPL-2.0                                   | container      | header-only      | no  | allowed-with-obligations | file-copyleft             | notice,source-offer,patent
MPL-2.0                                   | hosted-service | static           | yes | allowed                  | file-copyleft-hosted      | -
EPL-2.0                                   | container      | dynamic          | no  | allowed-with-obligations | file-copyleft             | notice,source-offer,patent
SSPL-1.0                                  | hosted-service | separate-process | no  | not-allowed              | source-available-hosted   | field-of-use
SSPL-1.0                                  | on-device      | separate-process | no  | needs-legal-review       | source-available          | field-of-use
BUSL-1.1                                  | container      | static           | no  | needs-legal-review       | source-available          | field-of-use
Elastic-2.0                               | hosted-service | network          | no  | not-allowed              | source-available-hosted   | field-of-use
SSPL-1.0                                  | container      | build-time-only  | no  | needs-legal-review       | source-available          | field-of-use
CC-BY-NC-4.0                              | container      | build-time-only  | no  | not-allowed              | non-commercial            | field-of-use
PolyForm-Noncommercial-1.0.0              | installed-app  | static           | no  | not-allowed              | non-commercial            | field-of-use
OFL-1.1                                   | firmware       | -                | no  | allowed-with-obligations | font                      | notice,font-name
OFL-1.1                                   | browser-bundle | -                | yes | allowed-with-obligations | font                      | notice,font-name
GPL-2.0-or-later WITH Font-exception-2.0  | installed-app  | -                | no  | allowed-with-obligations | copyleft-with-exception   | notice,source-offer
CC-BY-4.0                                 | container      | -                | no  | allowed-with-obligations | data                      | notice
CC-BY-SA-4.0                              | container      | -                | yes | needs-legal-review       | share-alike-modified      | notice,share-alike
ODbL-1.0                                  | container      | -                | no  | allowed-with-obligations | share-alike               | notice,share-alike
CC0-1.0                                   | container      | -                | no  | allowed                  | public-domain             | -
creativeml-openrail-m                     | container      | -                | no  | needs-legal-review       | model-restricted          | notice,field-of-use
Llama 3.1 Community License               | container      | -                | no  | needs-legal-review       | model-restricted          | notice,field-of-use
OpenMDW-1.0                               | container      | -                | no  | allowed-with-obligations | permissive                | notice
Public Domain                             | container      | static           | no  | needs-legal-review       | public-domain-claim       | -
Unlicense                                 | container      | static           | yes | allowed                  | public-domain             | -
NONE                                      | container      | static           | no  | not-allowed              | no-licence                | -
NOASSERTION                               | container      | static           | no  | undetermined             | not-an-expression         | missing licence
UNLICENSED                                | container      | static           | no  | needs-legal-review       | proprietary               | agreement
SEE LICENSE IN LICENSE.md                 | container      | static           | no  | undetermined             | not-an-expression         | missing licence
Apache-2.0                                | installed-app  | header-only      | no  | allowed-with-obligations | permissive-patent         | notice,patent
Apache-2.0                                | hosted-service | static           | yes | allowed-with-obligations | permissive-patent-hosted  | patent
MIT                                       | browser-bundle | static           | yes | allowed-with-obligations | permissive                | notice
MIT                                       | firmware       | header-only      | no  | allowed-with-obligations | permissive                | notice
BSD-4-Clause                              | on-device      | static           | no  | allowed-with-obligations | permissive-advertising    | notice,advertising,no-endorsement
MIT | hosted-service | static | no | allowed | permissive-hosted | -
JSON | container | static | no | needs-legal-review | field-of-use | notice,field-of-use
GFDL-1.3-only | container | - | no | allowed-with-obligations | documentation | notice,share-alike
LPPL-1.3c | container | static | no | needs-legal-review | unknown | -
Proprietary                               | firmware       | build-time-only  | no  | needs-legal-review       | proprietary               | agreement
`
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));

const stated = (word: string) => (word === '-' ? undefined : word);

for (const [licence = '', where = '-', how = '-', changed = '-', outcome, rule, owed = '-'] of situations)
  test(`${licence} by ${where}, ${how}, changed ${changed}, is ${outcome} by ${rule}`, () => {
    const use = { distribution: stated(where), combination: stated(how), modified: changed === 'yes' };
    const verdict = judgeLicence(licence, use as LicenceUse);
    const { obligations, missing, reasons } = verdict;
    assert.equal(verdict.outcome, outcome);
    assert.deepEqual(
      reasons.flatMap(({ rules }) => rules),
      [rule],
    );
    assert.deepEqual(
      missing.length > 0 ? [`missing ${missing.join(',')}`] : obligations,
      stated(owed)?.split(',') ?? [],
    );
    assert.ok(reasons.every(({ why }) => why.length > 10));
  });

test('every rule decides one of the situations', () => {
  const used = new Set(situations.map(([, , , , , rule]) => rule));
  assert.deepEqual(
    policyRules.map(({ id }) => id).filter((id) => !used.has(id)),
    [],
  );
});
