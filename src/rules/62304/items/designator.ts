import type { Rule } from '../../../model/plugs/rule.ts';
import { lockWith } from '../../examples/lock-with.ts';

/** Asks for the exact version of each component: without it nobody can say which software it is. */
export const designator: Rule = {
  id: '62304/designator',
  title: 'A component has a unique designator',
  clause: '62304:8.1.2',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'component',
  why: 'Anomalies, licences and approvals belong to a version. A name alone designates every version there ever was.',
  help: 'Let the package manager lock the version, or give the commit, patch level or release date in tureen.yaml.',
  check: ({ component }) =>
    component.version === undefined && component.pinning.kind === 'exact' && !component.firstParty
      ? [{ message: `${component.purl} has no version`, place: component.foundAt[0] ?? { file: 'tureen.yaml' } }]
      : [],
  examples: [
    { title: 'The lockfile gives the version', files: lockWith({ 'left-pad': { version: '1.3.0' } }), says: [] },
    {
      title: 'The lockfile gives a checksum only',
      files: lockWith({ 'left-pad': { integrity: 'sha1-X2jbcKLBdFpdhLPlk1q3kUNCmXQ=' } }),
      says: ['pkg:npm/left-pad has no version'],
    },
  ],
};
