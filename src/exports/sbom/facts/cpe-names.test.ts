import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component, subject } from '../../../../test/sbom-subjects.ts';
import { readSbomDocument } from '../../../readers/sbom/read-sbom-document.ts';
import { cpeNamesOf } from './cpe-names.ts';
import { sbomExports } from '../index.ts';

const bound = 'cpe:2.3:a:acme:pump\\:core:1.0:*:*:*:*:*:*:*';
const old = 'cpe:/a:acme:pump:1.0';
const none = 'cpe:2.3:a:acme:pump:1.0 beta:*:*:*:*:*:*:*';

test('names of CPE 2.3 come first, and what is bound wrongly is told apart', () => {
  assert.deepEqual(cpeNamesOf(component({ cpes: [old, none, bound] })), { names: [bound, old], others: [none] });
});

for (const { name, specs, write } of sbomExports)
  for (const spec of specs)
    test(`${name} ${spec} holds every CPE name of a component`, () => {
      const text = write(subject([component({ cpes: [old, none, bound] })]), spec);
      const [one] = readSbomDocument(`a.${name}`, text).document?.components ?? [];
      const told = [
        ...(one?.cpes ?? []).map(({ value }) => value),
        ...(one?.properties ?? []).flatMap((property) => (property.name === 'tureen:cpe' ? property.value : [])),
      ];
      assert.deepEqual(told.toSorted(), [bound, none, old].toSorted());
      assert.equal(one?.cpes[0]?.value, bound);
    });
