import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost, type MemoryHost } from '../../../test/memory-host.ts';
import { savingMeanwhile } from '../../../test/saving-meanwhile.ts';
import { isInput } from '../inventory/find-reader.ts';
import { check } from '../check/check.ts';
import { why } from '../explain/why.ts';
import { openTriage } from '../verdicts/open-triage.ts';
import { withFinding } from '../../rules/examples/with-finding.ts';
import { importVex } from './import-vex.ts';
import { evidenceAsJson, listVex } from './list-vex.ts';

const device = { ...baseDevice, ...withFinding() };
const statement = {
  vulnerability: { name: 'CVE-2026-0001' },
  products: [{ '@id': 'pkg:npm/left-pad' }],
  status: 'not_affected',
  justification: 'vulnerable_code_not_present',
};
const openvex = JSON.stringify({
  '@context': 'https://openvex.dev/ns/v0.2.0',
  '@id': 'https://pad.example/vex/1',
  author: 'Pad Project',
  timestamp: '2026-11-13T10:00:00Z',
  version: 1,
  statements: [statement, { ...statement, products: [{ '@id': 'pkg:npm/right-pad' }] }],
});

/** A device, and files of others that lie outside of its repository. */
function hostWith(
  outside: Readonly<Record<string, string | Uint8Array>>,
  inside: Readonly<Record<string, string>> = device,
): MemoryHost {
  const { files } = memoryHost(outside);
  const openFile = (name: string) => Promise.resolve({ files, file: name });
  return memoryHost(inside, { openFile });
}

async function importOne(outside: Readonly<Record<string, string | Uint8Array>>, trust?: string) {
  const host = hostWith(outside);
  const [imported] = await importVex(host, { files: [Object.keys(outside)[0] ?? ''], trust });
  return { host, imported };
}

test('what the manufacturer of the device itself states is told as no word of others, and by every check', async () => {
  const own = JSON.stringify({ ...JSON.parse(openvex), author: 'EXAMPLE DEVICES GmbH' });
  const { host, imported } = await importOne({ 'own.openvex.json': own });
  assert.deepEqual(
    imported?.diagnostics.map(({ rule }) => rule),
    ['vex/own'],
  );
  const { diagnostics } = await check(host);
  assert.ok(diagnostics.some(({ rule }) => rule === 'vex/own'));
});

test('a document is frozen byte for byte beside a record, and its statements stand at the finding, not in its place', async () => {
  const { host, imported } = await importOne({ 'pad.openvex.json': openvex });
  assert.equal(imported?.file, 'soup/vex/openvex-pad-openvex.yaml');
  assert.equal(host.written.get('soup/vex/openvex-pad-openvex.vex.json'), openvex);
  assert.equal(
    host.written.get('soup/vex/openvex-pad-openvex.yaml'),
    `# Where a VEX document of others comes from; written by \`tureen vex import\`, not by hand.
format: openvex
document: https://pad.example/vex/1
author: Pad Project
issued: 2026-11-13T10:00:00Z
from: pad.openvex.json
sha256: ${createHash('sha256').update(openvex).digest('hex')}
signature:
  state: unsigned
  how: no envelope, and no signature beside it
imported: 2026-11-15
`,
  );
  const { cases } = await openTriage(host);
  assert.equal(cases.length, 1, 'the finding still waits for a verdict');
  const [reasons] = await why(host, 'left-pad');
  assert.deepEqual(
    reasons?.findings?.[0]?.stated.map(({ vex, statement: { status } }) => [vex.record.author, status]),
    [['Pad Project', 'not_affected']],
  );
  const { evidence } = await listVex(host);
  assert.deepEqual(
    evidence.unmet.map(({ reason }) => reason),
    ['pkg:npm/right-pad is not in the inventory'],
  );
});

test('a record of a document that cannot be read is told with the list, which does not hold the document', async () => {
  const { host } = await importOne({ 'pad.openvex.json': openvex });
  await host.files.write('soup/vex/openvex-pad-openvex.yaml', '<<<<<<< ours\n');
  const { evidence, diagnostics } = await listVex(host);
  assert.deepEqual(evidence.documents, []);
  assert.deepEqual(
    diagnostics.map(({ rule }) => rule),
    ['records/conflict'],
  );
});

test('as JSON every statement that met nothing is listed with what it is about and the reason', async () => {
  const products = Array.from({ length: 90 }, (_, index) => ({ '@id': `pkg:npm/other-${index}@1` }));
  const one = { ...statement, products: [...products, { '@id': 'pkg:npm/left-pad@9' }] };
  const text = JSON.stringify({ ...(JSON.parse(openvex) as object), statements: [one] });
  const { host } = await importOne({ 'pad.openvex.json': text });
  const [document] = evidenceAsJson((await listVex(host)).evidence) as readonly { readonly unmet: readonly object[] }[];
  assert.equal(document?.unmet.length, 91);
  const picked = document.unmet.map((each) => JSON.parse(JSON.stringify(each)) as Record<string, unknown>);
  const { kind, subject, reason, vulnerability } = picked[0] ?? {};
  assert.deepEqual(
    [kind, subject, reason, vulnerability],
    [
      'other-version',
      'pkg:npm/left-pad@9, and here is 1.3.0',
      'it is about pkg:npm/left-pad@9, and here is 1.3.0',
      'CVE-2026-0001',
    ],
  );
  assert.equal(picked[90]?.['reason'], 'pkg:npm/other-9@1 is not in the inventory');
});

test('a second import writes the same, and another document gets another name', async () => {
  const host = hostWith({ 'pad.openvex.json': openvex, 'pad/openvex.json': `${openvex}\n` });
  const first = await importVex(host, { files: ['pad.openvex.json'] });
  const second = await importVex(host, { files: ['pad.openvex.json', 'pad/openvex.json'] });
  assert.equal(first[0]?.known, false);
  assert.deepEqual(
    second.map(({ known, file }) => [known, file?.replace(/-[0-9a-f]{6}\.yaml$/, '-HASH.yaml')]),
    [
      [true, 'soup/vex/openvex-pad-openvex.yaml'],
      [false, 'soup/vex/openvex-pad-openvex-HASH.yaml'],
    ],
  );
});

for (const name of ['bom.json', 'package-lock.json', 'x.cdx.json', 'x.spdx.json', 'sbom.json']) {
  test(`the frozen copy of ${name} is no input of the inventory`, async () => {
    const { imported } = await importOne({ [name]: openvex });
    assert.equal(isInput(imported?.file?.replace(/\.yaml$/, '.vex.json') ?? name, 'repository'), false);
  });
}

test('a frozen copy that was changed, lost, or lies there without a record does not count', async () => {
  const { host } = await importOne({ 'pad.openvex.json': openvex });
  const record = host.written.get('soup/vex/openvex-pad-openvex.yaml') ?? '';
  const rows: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
    [{ 'soup/vex/a.yaml': record, 'soup/vex/a.vex.json': openvex.replace('not_affected', 'fixed') }, 'vex/changed'],
    [{ 'soup/vex/a.yaml': record }, 'vex/copy'],
    [{ 'soup/vex/a.vex.json': openvex }, 'vex/unrecorded'],
  ];
  for (const [files, rule] of rows) {
    const { evidence, diagnostics } = await listVex(memoryHost({ ...device, ...files }));
    assert.deepEqual(
      diagnostics.map((one) => one.rule),
      [rule],
    );
    assert.equal(evidence.about.size, 0);
    assert.ok((await check(memoryHost({ ...device, ...files }))).diagnostics.some((one) => one.rule === rule));
  }
});

test('a record that somebody saves meanwhile stays, and the document beside it is not written', async () => {
  const host = hostWith({ 'pad.openvex.json': openvex });
  const record = 'soup/vex/openvex-pad-openvex.yaml';
  await assert.rejects(importVex(savingMeanwhile(host, record, 'theirs: 1\n'), { files: ['pad.openvex.json'] }), {
    message: `somebody has changed ${record} meanwhile`,
  });
  assert.deepEqual([...host.written], [[record, 'theirs: 1\n']]);
});

const hashOf = (algorithm: string) => createHash(algorithm).update(openvex).digest('hex');

test('a checksum beside the document is compared, and one that does not fit refuses it', async () => {
  const fits = await importOne({ 'a.json': openvex, 'a.json.sha512': `${hashOf('sha512')}  a.json\n` });
  assert.equal(fits.imported?.record?.checksum, 'a.json.sha512');
  for (const beside of [`${hashOf('sha256').replace(/^./, 'x')}  a.json`, '']) {
    const { host, imported } = await importOne({ 'a.json': openvex, 'a.json.sha256': beside });
    assert.equal(imported?.diagnostics[0]?.rule, 'vex/checksum');
    assert.equal(host.written.size, 0);
  }
});

test('a signature of OpenPGP beside the document is checked with a certificate of OpenPGP', async () => {
  const fixture = (name: string) => readFileSync(`src/base/openpgp/fixtures/${name}`);
  const files = {
    'a.json': fixture('csaf.json'),
    'a.json.asc': fixture('csaf.sig.asc'),
    'key.asc': fixture('ed25519.key.asc'),
    'other.asc': fixture('rsa.key.asc'),
  };
  const stateWith = async (trust?: string) => (await importOne(files, trust)).imported?.record?.signature.state;
  assert.equal(await stateWith('key.asc'), 'verified');
  assert.equal(await stateWith('other.asc'), 'not-checked');
  assert.equal(await stateWith(), 'not-checked');
});

test('a signature of OpenPGP beside the document is said not to be checked where no key is named', async () => {
  const { imported } = await importOne({ 'a.json': openvex, 'a.json.asc': '-----BEGIN PGP SIGNATURE-----' });
  assert.equal(imported?.record?.signature.state, 'not-checked');
  assert.match(imported?.record?.signature.how ?? '', /gpg --verify a\.json\.asc a\.json/);
});

test('a name that a shell would act on is not part of a command to copy', async () => {
  const name = 'a;$(id).json';
  const { imported } = await importOne({ [name]: openvex, [`${name}.asc`]: '-----BEGIN PGP SIGNATURE-----' });
  assert.match(imported?.record?.signature.how ?? '', /; gpg --verify checks it$/);
});

const pairs = {
  ed25519: generateKeyPairSync('ed25519'),
  ecdsa: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
};

function envelope(key: KeyObject, payload: string): string {
  const payloadType = 'application/vnd.in-toto+json';
  const body = Buffer.from(payload);
  const signed = Buffer.concat([Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${body.length} `), body]);
  const sig = sign(key.asymmetricKeyType === 'ed25519' ? undefined : 'sha256', signed, key).toString('base64');
  return JSON.stringify({ payloadType, payload: body.toString('base64'), signatures: [{ sig }] });
}

const attested = JSON.stringify({
  _type: 'https://in-toto.io/Statement/v1',
  predicateType: 'https://openvex.dev/ns/v0.2.0',
  predicate: JSON.parse(openvex) as unknown,
});

for (const [kind, { publicKey, privateKey }] of Object.entries(pairs)) {
  test(`an envelope is verified by the ${kind} key that signed it, and by no other`, async () => {
    const other = pairs[kind === 'ed25519' ? 'ecdsa' : 'ed25519'].publicKey;
    const pemOf = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString();
    const files = { 'a.json': envelope(privateKey, attested), 'key.pem': pemOf(publicKey), 'other.pem': pemOf(other) };
    const stateWith = async (trust?: string) => (await importOne(files, trust)).imported?.record?.signature.state;
    assert.equal(await stateWith('key.pem'), 'verified');
    assert.equal(await stateWith('other.pem'), 'failed');
    assert.equal(await stateWith(), 'not-checked');
    const forged = files['a.json'].replace(Buffer.from(attested).toString('base64').slice(-8), 'AAAAfX0=');
    const { imported } = await importOne({ ...files, 'a.json': forged }, 'key.pem');
    assert.notEqual(imported?.record?.signature.state, 'verified');
  });
}

test('the same bytes keep the better proof when they are imported again with less of it, and that is told', async () => {
  const { publicKey, privateKey } = pairs.ed25519;
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const other = pairs.rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const host = hostWith({ 'a.json': envelope(privateKey, attested), 'key.pem': pem, 'other.pem': other });
  const again = async (trust?: string) => {
    const [one] = await importVex(host, { files: ['a.json'], trust });
    return [one?.record?.signature.state, one?.diagnostics.map(({ rule }) => rule).join(' ')];
  };
  assert.deepEqual(await again(), ['not-checked', '']);
  assert.deepEqual(await again(), ['not-checked', ''], 'the same proof is nothing to tell');
  assert.deepEqual(await again('other.pem'), ['failed', '']);
  assert.deepEqual(await again(), ['failed', 'vex/proof']);
  assert.deepEqual(await again('key.pem'), ['verified', '']);
  assert.deepEqual(await again(), ['verified', 'vex/proof']);
  assert.deepEqual(await again('other.pem'), ['verified', 'vex/proof']);
  assert.match(host.written.get('soup/vex/openvex-a.yaml') ?? '', /state: verified/);
});

test('another state of a document that was verified before is told where it cannot be, and both stay', async () => {
  const { publicKey, privateKey } = pairs.ed25519;
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const forged = openvex.replace('"version":1', '"version":2').replace('2026-11-13', '2026-11-14');
  const stranger = openvex.replace('Pad Project', 'Somebody Else');
  const host = hostWith({
    'a.json': envelope(privateKey, attested),
    'forged/a.json': forged,
    'b.json': stranger,
    'key.pem': pem,
  });
  const importing = async (file: string, trust?: string) =>
    (await importVex(host, { files: [file], trust }))[0]?.diagnostics.map(({ rule, message }) => `${rule} ${message}`);
  assert.deepEqual(await importing('a.json', 'key.pem'), []);
  assert.deepEqual(await importing('forged/a.json'), [
    'vex/proof forged/a.json is another state of the document https://pad.example/vex/1, which was verified on 2026-11-15 (soup/vex/openvex-a.yaml); this one is unsigned (no envelope, and no signature beside it)',
  ]);
  assert.deepEqual(await importing('b.json'), []);
  assert.match(host.written.get('soup/vex/openvex-a.yaml') ?? '', /state: verified/);
});

const refused: readonly (readonly [string, string, RegExp])[] = [
  ['no JSON', 'VEX', /no JSON/],
  ['an empty file', '', /no JSON: the file is empty/],
  ['JSON of something else', '{"a":1}', /none of OpenVEX, CSAF, SPDX 3 VEX, CycloneDX VEX/],
  ['an SBOM that states nothing', '{"bomFormat":"CycloneDX","specVersion":"1.6"}', /states nothing/],
  ['OpenVEX without an author', openvex.replace('"author"', '"x"'), /"author"/],
  ['a key named __proto__', openvex.replace('"author"', '"__proto__"'), /__proto__/],
  ['an envelope of nothing', '{"payloadType":"x","payload":"","signatures":[]}', /payload of its envelope is no JSON/],
];

for (const [what, text, message] of refused) {
  test(`${what} is refused with the reason, and nothing is written`, async () => {
    const { host, imported } = await importOne({ 'a.json': text });
    assert.match(imported?.diagnostics[0]?.message ?? '', message);
    assert.equal(imported?.file, undefined);
    assert.equal(host.written.size, 0);
  });
}

test('a statement that cannot be read is told with its line, and the others are read', async () => {
  const text = JSON.stringify(JSON.parse(openvex.replace('"not_affected"', '"harmless"')), undefined, 1);
  const { imported } = await importOne({ 'a.json': text });
  assert.equal(imported?.document?.statements.length, 1);
  const [diagnostic] = imported?.diagnostics ?? [];
  assert.match(diagnostic?.message ?? '', /"statements\.0\.status"/);
  assert.ok(diagnostic !== undefined && 'line' in diagnostic.place && diagnostic.place.line === 8);
});

test('a key that is none is refused', async () => {
  await assert.rejects(importOne({ 'a.json': openvex, 'key.pem': 'x' }, 'key.pem'), { message: /holds no public key/ });
});

const poor: readonly (readonly [string, object, readonly string[]])[] = [
  ['no statement', { statements: [] }, ['a.json holds no statement: it is evidence of nothing']],
  [
    'a time that is still to come',
    { timestamp: '2026-11-15T12:00:01Z', statements: [{ ...statement, timestamp: '2031-01-01T00:00:00Z' }] },
    ['a.json is dated ahead: "2026-11-15T12:00:01Z", "2031-01-01T00:00:00Z" is still to come'],
  ],
  ['a time of this very second', { timestamp: '2026-11-15T13:00:00+01:00' }, []],
  ['a time that is none', { timestamp: 'yesterday' }, ['a.json tells times that are none: "yesterday"']],
];

for (const [what, keys, messages] of poor) {
  test(`a document with ${what} is taken, and the import and every check say what is wrong with it`, async () => {
    const text = JSON.stringify({ ...(JSON.parse(openvex) as object), ...keys });
    const { host, imported } = await importOne({ 'a.json': text });
    assert.deepEqual(
      imported?.diagnostics.map(({ message }) => message),
      messages,
    );
    const { diagnostics } = await listVex(host);
    assert.equal(diagnostics.length, messages.length);
  });
}
