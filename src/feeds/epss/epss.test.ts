import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { strToU8 } from 'fflate';
import { epss } from './epss.ts';

const answer = readFileSync('src/feeds/fixtures/epss/epss_scores-current.csv');
const records = (bytes: Uint8Array) => [...epss.records('epss_scores-current.csv.gz', bytes)];
const [modelLine = '', columns = '', ...rows] = answer.toString().trim().split('\n');

const facts = ['CVE-1999-0001 0.03351 0.87326', 'CVE-1999-0002 0.27858 0.97877', 'CVE-1999-0003 0.2438 0.97622'];
const model = ['v2025.03.14', '2026-08-22'];
const none = [undefined, undefined];

const readable: readonly (readonly [string, Uint8Array, readonly unknown[]])[] = [
  ['as published', answer, model],
  ['packed', gzipSync(answer), model],
  ['with Windows line ends', strToU8(answer.toString().replaceAll('\n', '\r\n')), model],
  ['without the line about the model', strToU8([columns, ...rows].join('\n')), none],
  ['without the names of the columns', strToU8([modelLine, ...rows].join('\n')), model],
  ['without either', strToU8(rows.join('\n')), none],
  ['with a line about the model that nobody knows', strToU8(['#model=5', columns, ...rows].join('\n')), none],
];

for (const [how, bytes, edition] of readable)
  test(`a list is read ${how}`, () => {
    const [first, ...rest] = records(bytes);
    assert.ok(first?.kind === 'edition');
    assert.deepEqual([first.edition, first.dated], edition);
    assert.deepEqual(
      rest.map((record) => record.kind === 'probability' && Object.values(record.fact).join(' ')),
      facts,
    );
  });

test('packed or not, a list has the same hash', () => {
  const hashes = [answer, gzipSync(answer)].map((bytes) => {
    const [first] = records(bytes);
    return first?.kind === 'edition' && first.hash;
  });
  assert.equal(hashes[0], hashes[1]);
});

test('a line that is no score is told, and the others stay', () => {
  const flawed = ['CVE-2024-0001,1.5,0.1', 'CVE-2024-0001,0.1,1.5', 'GHSA-1,0.1,0.1', 'cve-2024-0001,0.1,0.1'];
  const lines = [modelLine, columns, ...flawed, 'CVE-2024-0002,9e-05,0.1', 'CVE-2024'];
  assert.deepEqual(
    records(strToU8(lines.join('\n'))).map((record) => (record.kind === 'unreadable' ? record.name : record.kind)),
    ['edition', 'line 3', 'line 4', 'line 5', 'line 6', 'probability', 'line 8'],
  );
});

const damaged: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ['HTML', strToU8('<html>\nSign in</html>'), /it is no list of scores: it begins with "<html> Sign in/],
  ['half a gzip', gzipSync(answer).subarray(0, 60), /it cannot be unpacked: unexpected end of file/],
  ['a broken gzip', Uint8Array.of(0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), /it cannot be unpacked/],
  ['JSON', strToU8('{"status":"OK","data":[]}'), /it is no list of scores/],
  ['nothing', new Uint8Array(), /it is no list of scores/],
];

for (const [what, bytes, reason] of damaged)
  test(`${what} is damaged as a whole`, () => {
    const [first, ...rest] = records(bytes);
    assert.ok(first?.kind === 'damaged' && rest.length === 0);
    assert.match(first.reason, reason);
  });
