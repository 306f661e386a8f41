import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../../test/base-device.ts';
import { memoryHost } from '../../../../test/memory-host.ts';
import { openTriage } from '../../../app/verdicts/open-triage.ts';
import { isWaiting } from '../../../base/anomalies/is-waiting.ts';
import { sealedLock } from '../../../rules/examples/sealed-lock.ts';
import {
  notAffected,
  padFinding,
  verdictWith,
  withFinding,
  withUncovered,
} from '../../../rules/examples/with-finding.ts';
import { plain } from '../look.ts';
import { showEvaluation } from './show-evaluation.ts';

/** What a person sees of an evaluation of the base device. */
async function shownOf(files: Readonly<Record<string, string>>, all = false): Promise<string> {
  const { dossier } = await openTriage(memoryHost({ ...baseDevice, ...files }));
  const { evaluation: state, findings } = dossier;
  assert.ok('evaluation' in state);
  return showEvaluation({ evaluation: state.evaluation, waiting: findings.filter(isWaiting), ageDays: 0 }, all, plain);
}

const components = ['pkg:npm/left-pad@1.3.0', 'pkg:npm/padder@1.0.0', 'pkg:npm/a@1', 'pkg:npm/b@1', 'pkg:npm/c@1'];
const uncovered = components.map((component) => ({ component, reason: 'the store holds no records for npm' }));
const some = { ...withFinding(), ...verdictWith(notAffected) };
const cases = [
  [
    withFinding(),
    /not affected; each component was looked up\n1 question about 1 finding waits for a verdict: 1 without a severity\n$/,
  ],
  [some, /not affected; each component was looked up\nno finding waits for a verdict; 1 has one\n$/],
  [
    withUncovered(uncovered.slice(0, 1)),
    /not affected; no source covers 1 component\nof what was looked up no finding waits for a verdict\n$/,
  ],
] as const;

for (const [files, says] of cases)
  test(`an evaluation ends with ${says.source}`, async () => {
    assert.match(await shownOf(files), says);
  });

const rated = (id: string, more: object) => padFinding('affected', { id, aliases: [], ...more });
const word = (value: string) => ({ severities: [{ kind: 'rating', value }] });
const many = Array.from({ length: 9 }, (_, index) => rated(`CVE-2026-10${index}`, word('MODERATE')));
const crowd = sealedLock({
  findings: [
    ...many,
    rated('CVE-2026-2', word('CRITICAL')),
    rated('CVE-2026-3', { kev: [{ id: 'CVE-2026-3', ransomware: 'unknown' }] }),
    rated('MAL-2026-1', { kind: 'malware' }),
    padFinding('not-affected', { id: 'CVE-2026-4', aliases: [] }),
  ],
});

test('of much that waits the gravest is shown, the rest is counted and said to be listed, and the end tells how much of what', async () => {
  const shown = await shownOf(crowd);
  assert.deepEqual(shown.match(/^(?:CVE|MAL)-\S+(?: \([^)]*\))?/gm)?.slice(0, 4), [
    'MAL-2026-1 (malicious package)',
    'CVE-2026-3 (exploited)',
    'CVE-2026-2 (critical)',
    'CVE-2026-100 (moderate)',
  ]);
  assert.equal(shown.match(/^ {2}affected pkg:npm\/left-pad@1\.3\.0 \(runtime\), fixed in 1\.3\.1$/gm)?.length, 10);
  assert.match(shown, /^and 2 more questions; --all shows them$/m);
  assert.match(
    shown,
    /\n12 questions about 12 findings wait for a verdict: 1 malicious package, 1 exploited, 1 critical, 9 medium\n$/,
  );
  const all = await shownOf(crowd, true);
  assert.equal(all.match(/^(?:not-)?affected \S+ \S+/gm)?.length, 13, 'each finding, what is not affected too');
  assert.doesNotMatch(all, / more/);
});

test('a defect in many components, and what no source covers, is named by a few of them, and all are listed by --all', async () => {
  const everywhere = components.map((component) => padFinding('affected', { component }));
  const shown = await shownOf(sealedLock({ findings: everywhere, uncovered }));
  assert.match(shown, /affected pkg:npm\/a@1, pkg:npm\/b@1, pkg:npm\/c@1 \(use unknown\)/);
  assert.match(shown, /^not covered pkg:npm\/left-pad@1\.3\.0, \S+ pkg:npm\/a@1 and 2 more: the store holds no /m);
  assert.match(shown, /^--all shows each component$/m);
  const all = await shownOf(sealedLock({ findings: everywhere, uncovered }), true);
  for (const component of components)
    assert.equal(all.split('\n').filter((line) => line.includes(`${component}: the store holds no`)).length, 1);
});
