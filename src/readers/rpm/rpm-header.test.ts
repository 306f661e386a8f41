import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRpmHeader } from './rpm-header.ts';

type Entry = { readonly tag: number; readonly type: number; readonly offset: number; readonly count: number };

const store = Buffer.from('bash\0one\0two\0\0\0\0\0\x07', 'latin1');

test('values are taken out of the store by tag', () => {
  const header = headerOf([
    { tag: 1000, type: 6, offset: 0, count: 1 },
    { tag: 1049, type: 8, offset: 5, count: 2 },
    { tag: 1003, type: 4, offset: 14, count: 1 },
    { tag: 261, type: 7, offset: 0, count: 4 },
  ]);
  assert.equal(header.text(1000), 'bash');
  assert.deepEqual(header.texts(1049), ['one', 'two']);
  assert.deepEqual(header.numbers(1003), [7]);
  assert.equal(header.hex(261), '62617368');
  assert.equal(header.text(9999), undefined);
});

const outside: readonly Entry[] = [
  { tag: 1, type: 6, offset: 18, count: 1 },
  { tag: 1, type: 6, offset: 0xffff_ffff, count: 1 },
  { tag: 1, type: 4, offset: 17, count: 1 },
  { tag: 1, type: 4, offset: 0, count: 0xffff_ffff },
  { tag: 1, type: 7, offset: 0, count: 19 },
  { tag: 1, type: 99, offset: 0, count: 1 },
];

for (const entry of outside) {
  test(`an entry that does not lie in the store is as good as absent: ${JSON.stringify(entry)}`, () => {
    const header = headerOf([entry]);
    assert.deepEqual([header.text(1), header.numbers(1), header.hex(1)], [undefined, [], undefined]);
  });
}

test('a list that claims more texts than there are ends with the store', () => {
  assert.equal(headerOf([{ tag: 1, type: 8, offset: 0, count: 0xffff_ffff }]).texts(1).length, 7);
});

for (const blob of [Buffer.alloc(0), Buffer.alloc(9), Buffer.from('ffffffffffffffff', 'hex')]) {
  test(`a header of ${blob.length} bytes with wrong lengths is refused`, () => {
    assert.ok('message' in readRpmHeader(blob));
  });
}

function headerOf(entries: readonly Entry[]) {
  const blob = Buffer.concat([words(entries.length, store.length), ...entries.map(entryWords), store]);
  const header = readRpmHeader(blob);
  assert.ok(!('message' in header), 'the lengths are right');
  return header;
}

function entryWords({ tag, type, offset, count }: Entry): Buffer {
  return words(tag, type, offset, count);
}

function words(...numbers: readonly number[]): Buffer {
  return Buffer.concat(
    numbers.map((number) => {
      const word = Buffer.alloc(4);
      word.writeUInt32BE(number);
      return word;
    }),
  );
}
