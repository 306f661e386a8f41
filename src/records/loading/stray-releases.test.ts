import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Filed } from '../../model/filed.ts';
import { releaseSchema, type Release } from '../../model/releases/release.ts';
import { strayReleases } from './stray-releases.ts';

function release(version: string, folder = version): Filed<Release> {
  return {
    file: `soup/releases/${folder}/release.yaml`,
    record: releaseSchema.parse({
      version,
      date: '2026-10-01',
      recorded: { by: 'ada', on: '2026-10-01' },
      frozen: [{ file: 'inventory.json', sha256: '0'.repeat(64) }],
    }),
  };
}

const whole = ['soup/releases/1.0/inventory.json', 'soup/releases/1.0/release.yaml'];

/** What there is, the releases that could be read, and what is said. */
const cases: readonly (readonly [string, readonly string[], readonly Filed<Release>[], readonly string[]])[] = [
  ['a whole release', whole, [release('1.0')], []],
  [
    'a folder without a record, however much it holds',
    [...whole, 'soup/releases/2.0/inventory.json', 'soup/releases/2.0/sbom.cdx.json'],
    [release('1.0')],
    ['error records/release-nameless soup/releases/2.0/inventory.json'],
  ],
  [
    'a file that the record does not name',
    [...whole, 'soup/releases/1.0/notes.txt', 'soup/releases/1.0/pack/a.pdf'],
    [release('1.0')],
    [
      'warning records/release-stray soup/releases/1.0/notes.txt',
      'warning records/release-stray soup/releases/1.0/pack/a.pdf',
    ],
  ],
  ['files beside a record that cannot be read: that was said', whole, [], []],
  [
    'a folder of another name',
    [],
    [release('1.0', 'first')],
    ['error records/release-folder soup/releases/first/release.yaml'],
  ],
  [
    'a version that is recorded twice',
    [],
    [release('1.0'), release('1.0', 'again')],
    [
      'error records/release-folder soup/releases/again/release.yaml',
      'error records/release-twice soup/releases/again/release.yaml',
    ],
  ],
];

for (const [what, paths, releases, said] of cases)
  test(`${what}: ${said.length === 0 ? 'nothing is said' : 'it is told'}`, () => {
    assert.deepEqual(
      strayReleases(paths, releases).map(({ severity, rule, place }) => `${severity} ${rule} ${place.file}`),
      said,
    );
  });
