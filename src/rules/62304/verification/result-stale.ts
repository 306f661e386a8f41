import { counted } from '../../../base/counted.ts';
import type { Problem, Rule } from '../../../model/plugs/rule.ts';
import { testResults } from '../../examples/test-results.ts';
import { verificationLinks, type VerificationLink } from '../../verification-links.ts';

/** Asks that results are of the versions in use, and that their files are what they were. */
export const resultStale: Rule = {
  id: '62304/result-stale',
  title: 'Results of tests hold for the versions in use',
  clause: '62304:8.2.3',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'An update of SOUP can break what was verified. A result of another version, or of a file that has changed since, is no evidence.',
  help: 'Run the tests again with the versions in use, and record the results with `tureen import test-results FILE`.',
  check: (dossier) => {
    const links = [...verificationLinks(dossier, 'control'), ...verificationLinks(dossier, 'requirement')];
    return [...Map.groupBy(links, reasonOf)].flatMap(([reason, stale]) => problem(reason, stale));
  },
  examples: [
    { title: 'Results of the version in use', files: testResults('passed'), says: [] },
    {
      title: 'Results of another version',
      files: testResults('passed', 'pkg:npm/left-pad@1.2.0'),
      says: [
        '3 tests count no longer (TEST-PAD-1, TEST-PAD-2, TEST-PAD-3): tested was pkg:npm/left-pad 1.2.0, in use is 1.3.0',
      ],
    },
    {
      title: 'Results of a part that was tested without the item: they say nothing of its requirements',
      files: testResults('passed', 'pkg:npm/right-pad@1.0.0'),
      says: [
        '2 tests count no longer (TEST-PAD-1, TEST-PAD-2): nobody tells which version of pkg:npm/left-pad was tested',
      ],
    },
    {
      title: 'A file of results that has gone',
      files: {
        'soup/verification.yaml': `testIds: [TEST-*]\nruns:\n  - { file: out/junit.xml, sha256: '${'0'.repeat(64)}', on: 2026-11-10, tested: ['pkg:npm/left-pad@1.3.0'], passed: [TEST-PAD-1] }\n`,
      },
      says: ['1 test counts no longer (TEST-PAD-1): out/junit.xml is not there'],
    },
  ],
};

function reasonOf({ standing }: VerificationLink): string | undefined {
  return standing.kind === 'stale' ? standing.reason : undefined;
}

/** One update can make a hundred results stale: it is told once, at the first of them. */
function problem(reason: string | undefined, stale: readonly VerificationLink[]): readonly Problem[] {
  const [first] = stale;
  if (reason === undefined || first === undefined) return [];
  const tests = [...new Set(stale.map(({ to }) => to))].toSorted();
  const rest = tests.length - 3;
  const named = [...tests.slice(0, 3), ...(rest > 0 ? [counted(rest, 'other')] : [])].join(', ');
  const count = tests.length === 1 ? '1 test counts' : `${tests.length} tests count`;
  return [{ message: `${count} no longer (${named}): ${reason}`, place: first.place }];
}
