import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { withFinding } from '../../rules/examples/with-finding.ts';
import { openTriage, type Triage } from '../verdicts/open-triage.ts';
import { adoptableFrom, adoptStatement } from './adopt-statement.ts';
import { importVex } from './import-vex.ts';

const statement = {
  vulnerability: { name: 'GHSA-pad1-pad1-pad1' },
  products: [{ '@id': 'pkg:npm/left-pad' }],
  status: 'not_affected',
  justification: 'vulnerable_code_not_present',
  impact_statement: 'Only the browser build has it',
};

async function triageWith(given: object, ...others: readonly object[]) {
  const text = JSON.stringify({
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': 'https://pad.example/1',
    author: 'Pad Project',
    timestamp: '2026-11-13T10:00:00Z',
    version: 1,
    statements: [{ ...statement, ...given }, ...others],
  });
  const { files } = memoryHost({ 'pad.json': text });
  const openFile = (name: string) => Promise.resolve({ files, file: name });
  const host = memoryHost({ ...baseDevice, ...withFinding() }, { openFile });
  await importVex(host, { files: ['pad.json'] });
  return openTriage(host);
}

test('a statement is taken over with its author and its file, when a person names it', async () => {
  const triage = await triageWith({});
  assert.deepEqual(adoptStatement(triage, { id: 'CVE-2026-0001' }, 'openvex-pad'), {
    status: 'not_affected',
    justification: 'vulnerable_code_not_present',
    reason: 'Pad Project states: Only the browser build has it (soup/vex/openvex-pad.yaml)',
  });
});

test('what is done about it, in the words of its author, is part of the reason, and decides no response', async () => {
  const triage = await triageWith({
    status: 'affected',
    justification: undefined,
    impact_statement: undefined,
    status_notes: 'Seen on 1.3.0',
    action_statement: '[update, due 2026-12-11] Take 1.3.1',
  });
  assert.deepEqual(adoptStatement(triage, { id: 'CVE-2026-0001' }, 'openvex-pad'), {
    status: 'affected',
    justification: undefined,
    reason:
      'Pad Project states: Seen on 1.3.0; action: [update, due 2026-12-11] Take 1.3.1 (soup/vex/openvex-pad.yaml)',
  });
});

test('what is surely about this version is taken over before what may be about another, whose doubt is part of the reason', async () => {
  const doubtful = { '@id': 'pkg:npm/left-pad@1.3.0?os=any' };
  const certain = await triageWith({ timestamp: '2026-11-14T10:00:00Z', products: [doubtful] }, statement);
  const reasonIn = (triage: Triage) => adoptStatement(triage, { id: 'CVE-2026-0001' }, 'openvex-pad').reason;
  assert.equal(reasonIn(certain), 'Pad Project states: Only the browser build has it (soup/vex/openvex-pad.yaml)');
  assert.equal(
    reasonIn(await triageWith({ products: [doubtful] })),
    'Pad Project states: Only the browser build has it (soup/vex/openvex-pad.yaml; it is about os=any, and nothing here tells the os)',
  );
});

test('a statement without words gives its status as the reason', async () => {
  const triage = await triageWith({
    status: 'under_investigation',
    justification: undefined,
    impact_statement: undefined,
  });
  const { reason } = adoptStatement(triage, { id: 'CVE-2026-0001' }, 'soup/vex/openvex-pad.yaml');
  assert.equal(reason, 'Pad Project states: under_investigation, without words (soup/vex/openvex-pad.yaml)');
});

test('a document that states nothing of the finding cannot be taken over', async () => {
  const triage = await triageWith({ products: [{ '@id': 'pkg:npm/right-pad' }] });
  const adopt = (name: string) => () => adoptStatement(triage, { id: 'CVE-2026-0001' }, name);
  assert.throws(adopt('openvex-pad'), {
    name: 'UsageError',
    message: /states nothing of CVE-2026-0001 in pkg:npm\/left-pad@1\.3\.0/,
  });
  for (const name of ['nothing', '../../etc/passwd'])
    assert.throws(adopt(name), {
      name: 'UsageError',
      message: /^there is no soup\/vex\/(?:nothing|passwd)\.yaml that can be read$/,
      help: 'See `tureen vex list` for what each document is about.',
    });
});

test('where another document speaks of the finding, it is named', async () => {
  const triage = await triageWith({});
  assert.throws(() => adoptStatement(triage, { id: 'CVE-2026-0001' }, 'pad'), {
    name: 'UsageError',
    help: 'Name one that does: openvex-pad.',
  });
});

test('a person may take over from each document that states the same of all findings, by its latest word', async () => {
  const { dossier } = await triageWith({});
  const [stated = []] = [...dossier.vex.about.values()];
  const [one] = stated;
  assert.ok(one !== undefined);
  const other = { ...one, statement: { ...one.statement, justification: 'component_not_present' as const } };
  const files = (all: Parameters<typeof adoptableFrom>[0]) => adoptableFrom(all).map(({ file }) => file);
  assert.deepEqual(files([stated]), ['soup/vex/openvex-pad.yaml']);
  assert.deepEqual(files([stated, stated]), ['soup/vex/openvex-pad.yaml']);
  assert.deepEqual(files([stated, [other]]), []);
  assert.deepEqual(files([stated, []]), []);
  assert.deepEqual(files([[{ ...one, superseded: true }]]), []);
  assert.deepEqual(files([]), []);
});
