import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { packageKey } from '../../base/packages/package-key.ts';
import { advisory, affects, range } from '../../../test/sample-advisory.ts';
import { readEntry, readFacts, writeEntry, writeFacts } from './advisory-text.ts';

const texts = fc.array(fc.string(), { maxLength: 3 });

test('an entry is read as it was written, whatever it is found by', () => {
  const names = fc.record({
    ecosystem: fc.constantFrom('npm', 'PyPI', 'Debian:12', 'GIT', ''),
    name: fc.constantFrom('ladle', 'Ladle', 'my_ladle', 'https://git.example/Ladle.git', ''),
  });
  const ranges = fc.array(fc.constantFrom(range('semver', { introduced: '0' }), range('git', { fixed: 'abc' })));
  fc.assert(
    fc.property(names, ranges, texts, texts, ({ ecosystem, name }, runs, versions, functions) => {
      const entry = affects(ecosystem, name, { ranges: runs, versions, functions });
      const key = packageKey(ecosystem, name);
      assert.deepEqual(readEntry(writeEntry(entry, key), key), entry);
    }),
  );
});

test('nothing is written of what is empty, and of an entry nothing that its key says', () => {
  assert.equal(writeFacts(advisory('A-1')), '{"kind":"vulnerability"}');
  assert.equal(writeEntry(affects('npm', 'ladle'), { ecosystem: 'npm', name: 'ladle' }), '{}');
  assert.equal(
    writeEntry(affects('Debian:12', 'ladle'), { ecosystem: 'Debian', name: 'ladle' }),
    '{"ecosystem":"Debian:12"}',
  );
});

test('the facts of an advisory are read as they were written', () => {
  fc.assert(
    fc.property(
      fc.option(fc.string(), { nil: undefined }),
      texts,
      texts,
      texts,
      (summary, aliases, upstream, related) => {
        const facts = { summary, aliases, upstream, related, severities: [{ kind: 'rating', value: 'HIGH' }] };
        const read = readFacts(writeFacts(advisory('A-1', { ...facts, withdrawn: '2026-02-01T00:00:00Z' })));
        assert.deepEqual(read, { ...facts, kind: 'vulnerability', withdrawn: '2026-02-01T00:00:00Z' });
      },
    ),
  );
});
