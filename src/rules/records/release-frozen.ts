import { frozenFaults } from '../../base/releases/frozen-faults.ts';
import type { Rule } from '../../model/plugs/rule.ts';
import { releaseWith } from '../examples/release-with.ts';

/** Asks that what was frozen of a release is there, and is what was frozen. */
export const releaseFrozen: Rule = {
  id: 'records/release-frozen',
  title: 'What was frozen of a release is unchanged',
  clause: '62304:5.8.7',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'Years later the frozen inventory is all that tells what runs in the field. Whoever changes it changes the past.',
  help: 'Restore the file from git; what was frozen is never changed.',
  check: ({ releases, hashes }) =>
    releases.flatMap((release) =>
      frozenFaults(release, hashes).map(({ index, message, help }) => ({
        message,
        place: { file: release.file, keyPath: ['frozen', index, 'sha256'] },
        help,
      })),
    ),
  examples: [
    { title: 'The inventory is as it was frozen', files: releaseWith(), says: [] },
    {
      title: 'A component was taken out of it later',
      files: releaseWith(undefined, { 'soup/releases/0.9.0/inventory.json': '{"format":1,"components":[ ]}\n' }),
      says: [
        'soup/releases/0.9.0/inventory.json was changed after it was frozen: its SHA-256 is 6e02a14b3b71…, frozen was 683b37ac2ff0…',
      ],
    },
    {
      title: 'The inventory is gone',
      files: releaseWith(undefined, { 'soup/releases/0.9.0/inventory.json': undefined }),
      says: ['soup/releases/0.9.0/inventory.json is missing, which was frozen for release 0.9.0'],
    },
  ],
};
