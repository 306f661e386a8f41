import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDay, baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { notAffected, verdictWith, withFinding } from '../../rules/examples/with-finding.ts';
import { waiverWith } from '../../rules/examples/waiver-with.ts';
import { check } from '../check/check.ts';

const lockFile = 'soup/anomalies.lock.json';
const verdictFile = 'soup/verdicts/npm-left-pad.yaml';
const record = { id: 'GHSA-pad1-pad1-pad1', modified: '2026-11-10T00:00:00Z', hash: 'sha256:aa01' };
const textOf = (files: Readonly<Record<string, string>>) => Object.values(files)[0] ?? '';
const verdict = textOf(verdictWith(notAffected));
const verdictBut = (from: string | RegExp, to: string) => ({ [verdictFile]: verdict.replace(from, to) });

/** A second verdict on another defect, which lends its judged finding by an anchor. */
const lent = `verdicts:
  - &other
    judged: &judged
      - { anomaly: CVE-2026-0009, package: pkg:npm/left-pad, versions: [1.3.0], scope: runtime, records: { X-1: aa01 } }
    status: not_affected
    justification: component_not_present
    reason: Not there
    by: ada
    on: 2026-11-12
`;

/** The lock as it is written, with its seal, then changed by hand. */
function changedLock(from: string | RegExp, to: string): Readonly<Record<string, string>> {
  return { [lockFile]: textOf(withFinding()).replace(from, to) };
}

const attacks: readonly (readonly [
  what: string,
  files: Readonly<Record<string, string | undefined>>,
  standing: string | undefined,
  says: RegExp,
])[] = [
  [
    'a verdict by the pattern of a package, on another defect of it',
    { [verdictFile]: textOf(verdictWith(`packages: pkg:npm/left-*\n${notAffected}`, { anomaly: 'CVE-2026-0009' })) },
    'open',
    /^CVE-2026-0001 is not judged/,
  ],
  [
    'a verdict that names no record',
    verdictBut(/records: .*/, 'records: {}'),
    'again',
    /GHSA-pad1-pad1-pad1 speaks of it, too/,
  ],
  [
    'a hash that only begins as that of the record',
    { ...withFinding('affected', { records: [{ ...record, hash: 'sha256:aa01bb' }] }), ...verdictWith(notAffected) },
    'again',
    /GHSA-pad1-pad1-pad1 has changed/,
  ],
  ['a verdict on another version', verdictBut('[1.3.0]', '[1.2.0]'), 'again', /1\.3\.0 is in use, judged was 1\.2\.0/],
  ['a verdict on no version', verdictBut('[1.3.0]', '[]'), 'again', /1\.3\.0 is in use, judged was no version/],
  [
    'a verdict on a tool',
    verdictBut('scope: runtime', 'scope: development'),
    'again',
    /its use is runtime, judged was development/,
  ],
  [
    'a verdict on a package whose name begins the same',
    verdictBut('package: pkg:npm/left-pad', 'package: pkg:npm/left'),
    'open',
    /^CVE-2026-0001 is not judged/,
  ],
  [
    'a verdict that is dated ahead',
    verdictBut('on: 2026-11-12', 'on: 2027-11-12'),
    'again',
    /the verdict is dated 2027-11-12, which is still to come/,
  ],
  [
    'a verdict that is dated before the record',
    verdictBut('on: 2026-11-12', 'on: 2026-11-01'),
    'judged',
    /is of 2026-11-01, and GHSA-pad1-pad1-pad1 stands as it was judged since 2026-11-10/,
  ],
  [
    'a verdict by somebody whom nobody knows',
    verdictBut('by: ada', 'by: eve'),
    'judged',
    /nobody under people has the id "eve"/,
  ],
  ['a verdict by nobody', verdictBut(/ {4}by: ada\n/, ''), 'open', /by/],
  [
    'a key of the verdict that stands twice',
    { [verdictFile]: `${verdict}    status: not_affected\n` },
    'open',
    /status/,
  ],
  [
    'a last day under a key that nobody knows',
    { [verdictFile]: `${verdict}    untill: 2026-11-13\n` },
    'judged',
    /untill/,
  ],
  [
    'a verdict that is still investigated, and says why not',
    verdictBut('status: not_affected', 'status: under_investigation'),
    'open',
    /is under investigation since/,
  ],
  [
    'a verdict on another defect, lent by an anchor',
    { [verdictFile]: `${lent}  - judged: *judged\n    <<: *other\n` },
    'open',
    /"<<" is no key of this record/,
  ],
  [
    'a verdict that names this defect as an alias of another CVE',
    verdictBut('anomaly: CVE-2026-0001', 'anomaly: CVE-2026-0009\n        aliases: [CVE-2026-0001]'),
    'open',
    /^CVE-2026-0001 is not judged/,
  ],
  [
    'a cluster that took in another record since',
    {
      ...withFinding('affected', {
        records: [record, { ...record, id: 'PYSEC-1', hash: 'sha256:bb01' }],
        aliases: [record.id, 'PYSEC-1'],
      }),
      ...verdictWith(notAffected),
    },
    'again',
    /PYSEC-1 speaks of it, too/,
  ],
  [
    'a cluster that lost a record, and got its CVE from another',
    {
      ...withFinding('affected', { records: [{ ...record, id: 'PYSEC-1' }], aliases: ['PYSEC-1', record.id] }),
      ...verdictWith(notAffected),
    },
    'again',
    /GHSA-pad1-pad1-pad1 no longer speaks of it; PYSEC-1 speaks of it, too/,
  ],
  [
    'a record that was withdrawn, and is no longer',
    {
      ...withFinding('affected', { records: [{ ...record, modified: '2026-11-13T00:00:00Z', hash: 'sha256:cc03' }] }),
      ...verdictWith(notAffected),
    },
    'again',
    /GHSA-pad1-pad1-pad1 has changed/,
  ],
  [
    'a finding that was taken out of the evaluation by hand',
    changedLock('"result": "affected"', '"result": "not-affected"'),
    undefined,
    /is not what was evaluated: it was changed since/,
  ],
  [
    'a finding that was changed in an evaluation whose seal was taken out',
    changedLock(/"affected"([^]*),\n {2}"content": ".*"/, '"not-affected"$1'),
    undefined,
    /has no seal \("content"\)/,
  ],
  [
    'a waiver of the package',
    { ...withFinding(), ...waiverWith({ rule: '81001-5-1/finding-judged' }) },
    'open',
    /takes whatever comes up until/,
  ],
  [
    'a waiver of what is said of waivers',
    { ...withFinding(), ...waiverWith({ rule: 'records/waiver-unbounded' }) },
    'open',
    /there is no rule "records\/waiver-unbounded"/,
  ],
  [
    'an approval by the author',
    { [verdictFile]: `${verdict}    approved: { by: ada, on: 2026-11-13 }\n` },
    'judged',
    /is approved by its author, ada/,
  ],
  [
    'an approval of other words',
    { [verdictFile]: `${verdict}    approved: { by: grace, on: 2026-11-13, content: 'sha256:${'0'.repeat(64)}' }\n` },
    'judged',
    /was changed since grace approved it/,
  ],
  [
    'an approval of next year',
    { [verdictFile]: `${verdict}    approved: { by: grace, on: 2027-11-13 }\n` },
    'judged',
    /is approved by grace on 2027-11-13, which is still to come/,
  ],
];

for (const [what, files, standing, says] of attacks) {
  test(`${what} does not pass for a judgement in silence`, async () => {
    const overlay = { ...baseDevice, ...withFinding(), ...files };
    const given = Object.entries(overlay).filter((pair): pair is [string, string] => pair[1] !== undefined);
    const { dossier, diagnostics } = await check(memoryHost(Object.fromEntries(given), { today: baseDay }));
    const one = dossier?.findings.find(({ finding }) => finding.id === 'CVE-2026-0001');
    assert.equal(one?.standing.kind, standing);
    const loud = diagnostics.filter(({ severity }) => severity !== 'note').map(({ message }) => message);
    assert.ok(
      loud.some((message) => says.test(message)),
      loud.join('\n'),
    );
  });
}
