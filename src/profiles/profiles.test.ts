import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleSbom } from '../../test/base-sbom.ts';
import type { SbomProfile, SbomRequirement } from '../model/plugs/sbom-profile.ts';
import { askProfile } from './ask-profile.ts';
import { profiles } from './index.ts';

for (const profile of profiles) {
  for (const requirement of profile.requirements) {
    for (const { title, says, ...example } of requirement.examples)
      test(`${requirement.id}: ${title}`, () => {
        assert.deepEqual(gaps(profile, requirement, example), says);
      });
  }

  test(`${profile.name} is content with the base SBOM in CycloneDX`, () => {
    const { outcomes, complete } = askProfile(profile, exampleSbom({ over: 'cyclonedx', changes: {} }));
    assert.deepEqual(
      outcomes.flatMap((outcome) => outcome.gaps.map(({ message }) => message)),
      [],
    );
    assert.ok(complete);
  });
}

test('every profile but the BSI’s, which wants SPDX 3, is content with the base SBOM in SPDX 2.3', () => {
  const open = profiles.flatMap((profile) =>
    askProfile(profile, exampleSbom({ over: 'spdx', changes: {} })).outcomes.flatMap(({ requirement, gaps: all }) =>
      all.length === 0 || profile.name === 'bsi-2.1' ? [] : [requirement.id],
    ),
  );
  assert.deepEqual(open, []);
});

test('every requirement has an id of its own under its profile, help for both families, and a wrong example', () => {
  const listed = profiles.flatMap(({ name, requirements, elsewhere }) =>
    [...requirements, ...elsewhere].map(({ id }) => ({ id, name })),
  );
  assert.equal(new Set(listed.map(({ id }) => id)).size, listed.length);
  assert.deepEqual(
    listed.filter(({ id, name }) => !id.startsWith(`${name}/`)),
    [],
  );
  const all = profiles.flatMap(({ requirements }) => requirements);
  assert.deepEqual(
    all.filter(({ help }) => help.cyclonedx === '' || help.spdx === '').map(({ id }) => id),
    [],
  );
  const withoutWrong = all.filter(({ examples }) => !examples.some(({ says }) => says.length > 0));
  // Nothing is read as CycloneDX or SPDX without its name and version.
  assert.deepEqual(
    withoutWrong.map(({ id }) => id.split('/')[1]),
    ['format', 'format', 'format'],
  );
});

test('a declared unknown is counted apart where the profile accepts it, and is a gap where it does not', () => {
  const changes = {
    'components.0.supplier': { name: 'NOASSERTION' },
    'components.0.manufacturer': { name: 'unknown' },
    'components.0.hashes': undefined,
    'components.0.externalReferences': undefined,
    'components.0.properties.7': { name: 'cdx:cisa:unknown-information', value: 'Component Hash Value' },
  };
  const outcomeOf = (name: string, id: string) => {
    const profile = profiles.find((one) => one.name === name);
    assert.ok(profile);
    const outcome = askProfile(profile, exampleSbom({ over: 'cyclonedx', changes })).outcomes.find(
      ({ requirement }) => requirement.id === `${name}/${id}`,
    );
    assert.ok(outcome);
    return [outcome.met, outcome.unknown, outcome.gaps.map(({ message }) => message)];
  };
  assert.deepEqual(outcomeOf('cisa-2026', 'producer'), [2, 1, []]);
  assert.deepEqual(outcomeOf('cisa-2026', 'hash'), [2, 1, []]);
  assert.deepEqual(outcomeOf('ntia-2021', 'supplier'), [
    2,
    0,
    ['pkg:npm/left-pad@1.3.0 says that its supplier is not known'],
  ]);
  assert.deepEqual(outcomeOf('bsi-2.1', 'component-creator'), [
    2,
    0,
    ['pkg:npm/left-pad@1.3.0 says that its creator is not known'],
  ]);
});

test('a gap has the line of its component', () => {
  const [profile] = profiles;
  assert.ok(profile);
  const document = exampleSbom({ over: 'cyclonedx', changes: { 'components.1.version': undefined } });
  const gap = askProfile(profile, document).outcomes.flatMap((outcome) => outcome.gaps)[0];
  assert.deepEqual(gap?.at, document.components[1]?.at);
});

function gaps(profile: SbomProfile, requirement: SbomRequirement, example: Parameters<typeof exampleSbom>[0]) {
  const { outcomes } = askProfile({ ...profile, requirements: [requirement] }, exampleSbom(example));
  return outcomes.flatMap((outcome) => outcome.gaps.map(({ message }) => message));
}
