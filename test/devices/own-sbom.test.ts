import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scan } from '../../src/app/scan.ts';
import { writeSbom } from '../../src/app/sbom/write-sbom.ts';
import { sbomExports } from '../../src/exports/sbom/index.ts';
import { nodeHost } from '../../src/node/host.ts';
import { askProfile } from '../../src/profiles/ask-profile.ts';
import { profiles } from '../../src/profiles/index.ts';
import type { Component } from '../../src/model/component.ts';
import { readSbomDocument } from '../../src/readers/sbom/read-sbom-document.ts';
import { sbomReading } from '../../src/readers/sbom/inventory/sbom-reading.ts';

/** What our own SBOM of the example does not say, and why; the same in every format unless it is said otherwise. */
const unmet: Readonly<Record<string, { readonly why: string; readonly only?: RegExp }>> = {
  'bsi-2.1/sbom-creator': {
    why: 'until CycloneDX 1.5 the organisation behind the SBOM has no place of its own, and stands among the authors',
    only: /^cyclonedx-\S+ 1\.[45]/,
  },
  'cisa-2026/signature': { why: 'who answers for the SBOM signs it; scanning does not', only: /^cyclonedx/ },
  'ntia-2021/supplier': {
    why: 'the locks of npm and PyPI name no supplier, and a declared unknown is not accepted',
  },
  'ntia-2021/version': { why: 'requirements.txt of the example leaves one version open' },
  'bsi-2.1/format': {
    why: 'CycloneDX until 1.5 and SPDX 2 are too old for the guideline',
    only: /^cyclonedx-\S+ 1\.[45]|^spdx-\S* 2/,
  },
  'bsi-2.1/component-creator': {
    why: 'no lockfile tells who made a component; a maintainer of a distribution supplies it',
  },
  'bsi-2.1/version': { why: 'as ntia-2021/version' },
  'bsi-2.1/filename': {
    why: 'dpkg keeps no file name, and of several files of PyPI nobody says which is delivered',
  },
  'bsi-2.1/completeness': { why: 'SPDX 2 can say of an empty list alone that it is complete', only: /^spdx-\S* 2/ },
  'bsi-2.1/distribution-licence': { why: 'a licence is concluded by a person; a lock only declares' },
  'bsi-2.1/sha512': {
    why: 'PyPI and dpkg tell other algorithms or none; in SPDX 2 no file of a package has a place',
  },
  'bsi-2.1/executable': { why: 'nobody opened the files' },
  'bsi-2.1/archive': {
    why: 'as bsi-2.1/filename, whose ending tells; in SPDX 3 the purposes of a file would also say that it cannot be executed',
  },
  'bsi-2.1/structured': { why: 'as bsi-2.1/filename, whose ending tells' },
  'bsi-2.1/source-uri': { why: 'no lock of the example tells where the source code is' },
  'bsi-2.1/deployable-uri': { why: 'dpkg and several files of PyPI tell no address' },
  'bsi-2.1/original-licence': { why: 'the locks of PyPI and the database of dpkg name no licence' },
  'bsi-2.1/effective-licence': { why: 'a choice between licences is a person’s' },
  'bsi-2.1/source-hash': { why: 'no lock of the example tells of the source code' },
  'bsi-2.1/security-txt': { why: 'no lock tells of it' },
  'fda-2026/supplier': { why: 'as ntia-2021/supplier' },
  'fda-2026/version': { why: 'as ntia-2021/version' },
  'fda-2026/hash': { why: 'dpkg does not keep the hash of the package' },
  'fda-2026/support-level': { why: 'support is a judgement of the records, which goes into the addendum' },
  'fda-2026/end-of-support': { why: 'support is a judgement of the records, which goes into the addendum' },
};

const example = 'examples/dermatology';
const host = nodeHost({ root: example, cwd: example });
const { inventory, device } = await scan(host);

for (const { name, specs } of sbomExports)
  for (const spec of specs) {
    const format = `${name} ${spec}`;
    const text = writeSbom(host, { inventory, device, fallbackName: 'example', format: name, spec });
    const { document, diagnostics } = readSbomDocument(`sbom.${name}`, text);

    test(`our own SBOM as ${format} is read without a complaint`, () => {
      assert.ok(document);
      assert.deepEqual(diagnostics, []);
    });

    test(`our own SBOM as ${format} is read back as the inventory that it was written from`, () => {
      const { components } = sbomReading('sbom', { document, diagnostics });
      const others = inventory.components.filter(({ firstParty }) => !firstParty);
      const wanted = new Set(others.map(({ purl }) => purl));
      assert.deepEqual(facts(components.filter(({ purl }) => wanted.has(purl))), facts(others));
    });

    for (const profile of profiles)
      test(`our own SBOM as ${format} says all that ${profile.name} wants, except for what is listed with a reason`, () => {
        assert.ok(document);
        const open = askProfile(profile, document).outcomes.filter(({ gaps }) => gaps.length > 0);
        const expected = Object.entries(unmet).filter(
          ([id, { only }]) => id.startsWith(`${profile.name}/`) && (only === undefined || only.test(format)),
        );
        assert.deepEqual(
          open.map(({ requirement }) => requirement.id).toSorted(),
          expected.map(([id]) => id).toSorted(),
        );
      });
  }

/** What every format can hold of a component of others, sorted; the mail of a supplier is read apart from the name. */
function facts(components: readonly Component[]): readonly string[] {
  const byPurl = components.toSorted((a, b) => (a.purl < b.purl ? -1 : 1));
  return byPurl.map(({ purl, version, scope, supplier, dependsOn }) =>
    [purl, version, scope, supplier?.replace(/ <.*>$/, ''), dependsOn?.toSorted().join(' ')].join(' | '),
  );
}
