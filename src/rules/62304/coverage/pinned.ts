import type { Rule } from '../../../model/plugs/rule.ts';

/** Asks that every version is fixed exactly: a range, a branch or a tag can mean other software tomorrow. */
export const pinned: Rule = {
  id: '62304/pinned',
  title: 'Every version is pinned exactly',
  clause: '62304:8.1.2',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'component',
  why: 'A range, a branch or a moving tag lets the build take other software than the one that was judged.',
  help: 'Pin one exact version: commit a lockfile, or write == with hashes, or a commit instead of a branch.',
  check: ({ component: { purl, pinning, firstParty, foundAt } }) =>
    pinning.kind === 'exact' || firstParty
      ? []
      : [
          {
            message: `${purl} is not pinned: ${pinning.kind === 'range' ? 'any version' : 'whatever stands'} at "${pinning.asked}" would do`,
            place: foundAt[0] ?? { file: 'tureen.yaml' },
          },
        ],
  examples: [
    {
      title: 'A requirement with one exact version',
      files: { 'tools/requirements.txt': 'numpy==2.1.3\n' },
      says: [],
    },
    {
      title: 'A requirement with a range',
      files: { 'tools/requirements.txt': 'numpy>=2.0\n' },
      says: ['pkg:pypi/numpy is not pinned: any version at ">=2.0" would do'],
    },
  ],
};
