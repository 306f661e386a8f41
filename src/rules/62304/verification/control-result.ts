import type { Rule } from '../../../model/plugs/rule.ts';
import { leftPad } from '../../examples/left-pad.ts';
import { testResults } from '../../examples/test-results.ts';
import { lackOf, verificationLinks } from '../../verification-links.ts';

/** Asks that the tests which verify controls have run and passed. */
export const controlResult: Rule = {
  id: '62304/control-result',
  title: 'The tests of controls have run and passed',
  clause: '62304:7.3.1',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'The name of a test is a promise. What verifies a control is a result that passed; one that failed or was skipped shows nothing.',
  help: 'Run the test and record its result with `tureen import test-results FILE`, or enter the run of a person in soup/verification.yaml.',
  restsOn: ['verification'],
  check: (dossier) => {
    const links = verificationLinks(dossier, 'control');
    if (dossier.verification === undefined && links.length > 0) {
      const message = 'no result of any test is recorded, and nobody tells which names under verifiedBy are tests';
      return [{ message, place: { file: 'soup/verification.yaml' } }];
    }
    return links.flatMap((link) => {
      const lack = lackOf(link);
      const what = link.place.keyPath.includes('segregation') ? 'shows the segregation of' : 'verifies control';
      return lack === undefined ? [] : [{ message: `${lack}; it ${what} ${link.from}`, place: link.place }];
    });
  },
  examples: [
    { title: 'The test passed', files: testResults('passed'), says: [] },
    {
      title: 'It failed',
      files: testResults('failed'),
      says: ['TEST-PAD-3 failed on 2026-11-11 (DOC-TR-2); it verifies control RC-PAD-1'],
    },
    {
      title: 'It was skipped',
      files: testResults('skipped'),
      says: ['TEST-PAD-3 was skipped on 2026-11-11 (DOC-TR-2); it verifies control RC-PAD-1'],
    },
    {
      title: 'It has no result',
      files: testResults('none'),
      says: ['no result of TEST-PAD-3 is recorded; it verifies control RC-PAD-1'],
    },
    {
      title: 'The test that shows a segregation has no result',
      files: leftPad('segregation: { mechanism: A process of its own, evidence: [TEST-SEG-1] }'),
      says: ['no result of TEST-SEG-1 is recorded; it shows the segregation of pkg:npm/left-pad'],
    },
    {
      title: 'No result of any test',
      files: { 'soup/verification.yaml': undefined },
      says: ['no result of any test is recorded, and nobody tells which names under verifiedBy are tests'],
    },
  ],
};
