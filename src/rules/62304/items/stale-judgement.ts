import type { Rule } from '../../../model/plugs/rule.ts';
import { leftPad } from '../../examples/left-pad.ts';
import { lockWith } from '../../examples/lock-with.ts';

const approved = leftPad('approved:\n  - { version: 1.3.0, by: ada, on: 2026-11-01 }');

/** Asks that a person has approved the version in use: an update makes every judgement about the item stale. */
export const staleJudgement: Rule = {
  id: '62304/stale-judgement',
  title: 'The version in use is the one that was judged',
  clause: '62304:7.4.1',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'item',
  why: 'An update is a design change. Requirements, failure modes and licence were judged for another version until somebody confirms that they still hold.',
  help: 'Judge the change, then add the version under `approved:` with who and when.',
  check: ({ filed: { file, record }, unapproved }) =>
    unapproved.map((version) => ({
      message:
        record.approved.length === 0
          ? `${record.soup} ${version} is in use, and no version was ever approved`
          : `${record.soup} ${version} is in use, approved is ${record.approved.map((approval) => approval.version).join(', ')}`,
      place: { file, keyPath: ['approved'] },
    })),
  examples: [
    { title: 'The version in use is approved', files: approved, says: [] },
    {
      title: 'An update came in unseen',
      files: { ...approved, ...lockWith({ 'left-pad': { version: '1.4.0' } }) },
      says: ['pkg:npm/left-pad 1.4.0 is in use, approved is 1.3.0'],
    },
    {
      title: 'Nothing was ever approved',
      files: leftPad('title: left-pad'),
      says: ['pkg:npm/left-pad 1.3.0 is in use, and no version was ever approved'],
    },
  ],
};
