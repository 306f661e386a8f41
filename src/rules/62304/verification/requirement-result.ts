import type { Rule } from '../../../model/plugs/rule.ts';
import { leftPad } from '../../examples/left-pad.ts';
import { testResults } from '../../examples/test-results.ts';
import { lackOf, verificationLinks } from '../../verification-links.ts';

/** Asks that the tests which verify requirements on SOUP have run and passed. */
export const requirementResult: Rule = {
  id: '62304/requirement-result',
  title: 'The tests of requirements on SOUP have run and passed',
  clause: '62304:5.6.3',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'What the device needs from SOUP is shown by a test of the version in use. A test without a result shows nothing.',
  help: 'Run the test and record its result with `tureen import test-results FILE`, or enter the run of a person in soup/verification.yaml.',
  check: (dossier) =>
    verificationLinks(dossier, 'requirement').flatMap((link) => {
      const lack = lackOf(link);
      return lack === undefined ? [] : [{ message: `${lack}; it verifies ${link.from}`, place: link.place }];
    }),
  examples: [
    { title: 'Its tests passed', files: testResults('passed'), says: [] },
    {
      title: 'A test has no result',
      files: leftPad(
        'requirements:\n  - { id: REQ-9, kind: functional, text: Pads on the left, verifiedBy: [TEST-PAD-9, DOC-1] }',
      ),
      says: ['no result of TEST-PAD-9 is recorded; it verifies REQ-9'],
    },
  ],
};
