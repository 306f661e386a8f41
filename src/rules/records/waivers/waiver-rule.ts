import type { Rule } from '../../../model/plugs/rule.ts';
import { waiverWith, withoutManufacturer } from '../../examples/waiver-with.ts';

/** Asks that each waiver names a rule that there is, and that can be waived. */
export const waiverRule: Rule = {
  id: 'records/waiver-rule',
  title: 'A waiver names a rule',
  clause: '62304:8.2.1',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'waiver',
  why: 'A waiver of a rule that there is not hides a misspelling, and what it was meant for counts all the same.',
  help: 'Copy the id of the rule from the output of `tureen check`.',
  check: ({ file, index, waiver, isKnownRule }) =>
    isKnownRule
      ? []
      : [{ message: `there is no rule "${waiver.rule}"`, place: { file, keyPath: ['waivers', index, 'rule'] } }],
  examples: [
    { title: 'The rule is there', files: { ...withoutManufacturer, ...waiverWith() }, says: [] },
    {
      title: 'The rule is misspelled',
      files: waiverWith({ rule: '62304/manufacturers' }),
      says: ['there is no rule "62304/manufacturers"'],
    },
    {
      title: 'A waiver cannot waive what is said of waivers',
      files: waiverWith({ rule: 'records/waiver-unused' }),
      says: ['there is no rule "records/waiver-unused"'],
    },
  ],
};
