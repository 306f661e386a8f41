import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { plain } from '../../cli/show/look.ts';
import { showCases } from '../../cli/show/findings/show-cases.ts';
import { sealedLock } from '../../rules/examples/sealed-lock.ts';
import { notAffected, padFinding, verdictWith } from '../../rules/examples/with-finding.ts';
import { check } from '../check/check.ts';
import { status } from '../check/status.ts';
import type { Judgement } from './compose-verdict.ts';
import { judge } from './judge.ts';
import { openTriage } from './open-triage.ts';
import { selectFindings } from './select-findings.ts';

const ids = ['OSV-2020-1', 'OSV-2020-2', 'OSV-2020-3'];
const device = { ...baseDevice, ...lockOf(ids) };
const judgement: Judgement = {
  status: 'not_affected',
  justification: 'vulnerable_code_not_present',
  reason: 'Each fix is in the tag',
  by: 'ada',
};

function lockOf(named: readonly string[]): Readonly<Record<string, string>> {
  const one = (id: string) => padFinding('undetermined', { id, aliases: [], fixed: [], onlyByGraph: true });
  return sealedLock({ findings: [padFinding('undetermined'), ...named.map(one)] });
}

test('what only commits could tell is one case for each component, and one line of the list', async () => {
  const opened = await openTriage(memoryHost(device));
  assert.deepEqual(
    opened.cases.map(({ id, findings }) => [id, findings.length]),
    [
      ['CVE-2026-0001', 1],
      ['OSV-2020-1', 3],
    ],
  );
  const shown = showCases(opened, plain);
  assert.match(
    shown,
    /^OSV-2020-1 \(with 2 more that only commits could tell\) .*\n {2}undetermined pkg:npm\/left-pad@1\.3\.0\n\n/m,
  );
  assert.match(shown, /^2 questions about 4 findings wait for a verdict$/m);
  const { diagnostics } = await check(memoryHost(device));
  const messages = diagnostics.map(({ message }) => message).filter((message) => message.includes('OSV-'));
  assert.deepEqual(messages, [
    'OSV-2020-1 (with 2 more that only commits could tell) is not judged: undetermined pkg:npm/left-pad@1.3.0',
  ]);
});

test('the reality check names both numbers as triage does, and what was judged before', async () => {
  const missingOf = async (given: Readonly<Record<string, string>>) =>
    (await status(memoryHost({ ...device, ...given })))[2]?.missing.map(({ text }) => text) ?? [];
  const together = 'OSV-2020-1 (with 2 more that only commits could tell)';
  assert.ok(
    (await missingOf({})).includes(`2 questions about 4 findings wait for a verdict: CVE-2026-0001, ${together}`),
  );
  assert.ok(
    (await missingOf(verdictWith(notAffected, { version: '1.2.0' }))).includes(
      `2 questions about 4 findings wait for a verdict, 1 finding to be judged again: CVE-2026-0001, ${together}`,
    ),
  );
});

test('one verdict answers them, names each, and does not answer what is published later', async () => {
  const host = memoryHost(device);
  const { written, triage } = await judge(
    host,
    await openTriage(host),
    { id: 'OSV-2020-2', together: true },
    judgement,
  );
  assert.deepEqual(
    written.map(({ findings }) => findings),
    [3],
  );
  assert.deepEqual(
    triage.cases.map(({ id }) => id),
    ['CVE-2026-0001'],
  );
  const later = memoryHost({ ...device, ...Object.fromEntries(host.written), ...lockOf([...ids, 'OSV-2026-4']) });
  assert.deepEqual(
    (await openTriage(later)).cases.map(({ id, findings }) => [id, findings.length]),
    [
      ['CVE-2026-0001', 1],
      ['OSV-2026-4', 1],
    ],
  );
});

test('without that word an id means its defect alone', async () => {
  const opened = await openTriage(memoryHost(device));
  assert.equal(selectFindings(opened, { id: 'OSV-2020-2' }).length, 1);
});
