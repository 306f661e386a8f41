import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readCertificates } from './certificate.ts';
import { dearmour } from './armour.ts';
import { readPackets } from './packets.ts';
import { verifyDetached, type Verification } from './verify-detached.ts';

const fixture = (name: string) => readFileSync(`src/base/openpgp/fixtures/${name}`);
const document = fixture('document.json');
const now = new Date('2026-11-01T00:00:00Z');

function verified(key: string, signature: string, signed: Uint8Array = document): Verification {
  return verifyDetached({ document: signed, signature: fixture(signature), now }, readCertificates(fixture(key)));
}

for (const [key, signature] of [
  ['rsa.key.asc', 'rsa.sig.asc'],
  ['rsa.key.gpg', 'rsa.sig.asc'],
  ['ed25519.key.asc', 'ed25519.sig.asc'],
  ['nistp256.key.asc', 'nistp256.sig.asc'],
  ['nistp384.key.asc', 'nistp384.sig.asc'],
  ['subkey.key.asc', 'subkey.sig.asc'],
  ['expired.key.asc', 'expired.sig.asc'],
] as const)
  test(`${signature} is by ${key}, and of no other document`, () => {
    const [{ fingerprint } = { fingerprint: '' }] = readCertificates(fixture(key));
    assert.match(fingerprint, /^[0-9a-f]{40}$/);
    assert.deepEqual(verified(key, signature), { kind: 'verified', fingerprint });
    const other = verified(key, signature, Buffer.from('{"document":{"title":"Forged"}}\n'));
    assert.equal(other.kind, 'failed');
  });

for (const [key, signature, kind, reason] of [
  ['revoked.key.asc', 'revoked.sig.asc', 'failed', /its key was revoked/],
  ['late.key.asc', 'expired.sig.asc', 'failed', /had run out when it was signed/],
  ['weak.key.asc', 'weak.sig.asc', 'unchecked', /none that is checked here/],
  ['rsa.key.asc', 'sha1.sig.asc', 'unchecked', /no longer safe/],
  ['rsa.key.asc', 'text.sig.asc', 'unchecked', /of a kind that is not checked/],
  ['ed25519.key.asc', 'rsa.sig.asc', 'unchecked', /by the key [0-9a-f]{40}, which is not at hand/],
  ['document.json', 'rsa.sig.asc', 'unchecked', /not at hand/],
  ['rsa.key.asc', 'document.json', 'unchecked', /holds no signature/],
  ['rsa.key.asc', 'rsa.key.asc', 'unchecked', /of a kind that is not checked/],
] as const)
  test(`${signature} by ${key} is ${kind}: ${reason.source}`, () => {
    const told = verified(key, signature);
    assert.equal(told.kind, kind);
    assert.match('reason' in told ? told.reason : '', reason);
  });

/** A packet of a signature (type 2) with this body. */
const packetOf = (body: readonly number[]) => Uint8Array.from([0xc2, body.length, ...body]);

for (const [what, body, reason, command] of [
  ['version 6', [6, 0, 27, 8, ...Array.from({ length: 40 }, () => 0)], /version 6, and only version 4/, 'sq verify'],
  ['version 3', [3, 5, 0, 0, 0, 0, 0], /version 3, and only version 4/, undefined],
  ['version 4 that breaks off', [4, 0, 1, 8, 0, 9], /breaks off/, undefined],
] as const)
  test(`a signature of ${what} is said not to be checked, and why`, () => {
    const certificates = readCertificates(fixture('rsa.key.asc'));
    const told = verifyDetached({ document, signature: packetOf(body), now }, certificates);
    assert.ok(told.kind === 'unchecked');
    assert.match(told.reason, reason);
    assert.equal(told.command?.slice(0, 9), command);
  });

test('a certificate or signature that was changed anywhere is never taken for good, and never throws', () => {
  const [key, signature] = [fixture('rsa.key.gpg'), fixture('ed25519.sig.asc')];
  for (let at = 0; at < key.length; at += 3) {
    const changed = Uint8Array.from(key);
    changed[at] = (changed[at] ?? 0) ^ 0x11;
    const told = verifyDetached(
      { document: Buffer.from('other'), signature: fixture('rsa.sig.asc'), now },
      readCertificates(changed),
    );
    assert.notEqual(told.kind, 'verified');
    readCertificates(key.subarray(0, at));
  }
  const certificates = readCertificates(fixture('ed25519.key.asc'));
  for (let at = 40; at < signature.length; at++) {
    const changed = Uint8Array.from(signature);
    changed[at] = (changed[at] ?? 0) ^ 1;
    const told = verifyDetached({ document: Buffer.from('other'), signature: changed, now }, certificates);
    assert.notEqual(told.kind, 'verified', `${at}`);
  }
});

test('a subkey that its owner did not sign for is none of the certificate', () => {
  const own = readCertificates(fixture('subkey.key.asc'));
  assert.deepEqual(
    own.map(({ signing }) => signing.length),
    [1],
    'the one that certifies and the one that encrypts do not sign',
  );
  const foreign = Buffer.concat([fixture('rsa.key.gpg'), subkeysOf('subkey.key.asc')]);
  assert.deepEqual(
    readCertificates(foreign).map(({ signing }) => signing.map(({ algorithm }) => algorithm)),
    [[1]],
  );
});

test('a subkey that did not itself say whose it is, is none of the certificate', () => {
  const packets = readPackets(dearmour(fixture('subkey.key.asc')) ?? new Uint8Array()) ?? [];
  const stripped = packets.map(({ type, body }) => {
    // What is not hashed of a binding holds the word of the subkey; a change to it breaks no signature of the owner.
    const end = 6 + (body[4] ?? 0) * 256 + (body[5] ?? 0);
    const rest = end + 2 + (body[end] ?? 0) * 256 + (body[end + 1] ?? 0);
    const isBinding = type === 2 && body[1] === 0x18;
    return isBinding
      ? packet(type, Buffer.concat([body.subarray(0, end), Uint8Array.of(0, 0), body.subarray(rest)]))
      : packet(type, body);
  });
  assert.deepEqual(
    readCertificates(Buffer.concat(stripped)).map(({ signing }) => signing.length),
    [0],
  );
});

test('so many signatures that it would take minutes to check them are not checked', () => {
  const signature = Buffer.concat(Array.from({ length: 17 }, () => dearmour(fixture('rsa.sig.asc')) ?? Buffer.of()));
  const told = verifyDetached({ document, signature, now }, readCertificates(fixture('rsa.key.asc')));
  assert.equal('reason' in told && told.reason, 'it holds 17 signatures, which nobody needs');
});

function packet(type: number, body: Uint8Array): Uint8Array {
  const length = [body.length >>> 24, (body.length >>> 16) & 255, (body.length >>> 8) & 255, body.length & 255];
  return Buffer.concat([Uint8Array.of(0xc0 | type, 255, ...length), body]);
}

/** All that follows the primary key and its name in a certificate. */
function subkeysOf(name: string): Uint8Array {
  const bytes = dearmour(fixture(name)) ?? new Uint8Array();
  const packets = readPackets(bytes) ?? [];
  const first = packets.findIndex(({ type }) => type === 14);
  return Buffer.concat(packets.slice(first).map(({ type, body }) => packet(type, body)));
}
