import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { dependencyGraph } from './dependency-graph.ts';

test('what the root needs is direct, what those need is transitive, and of the rest nobody knows', () => {
  const graph = dependencyGraph(
    [
      { from: 'root', to: ['a'] },
      { from: 'a', to: ['b'] },
      { from: 'b', to: ['a'] },
      { from: 'island', to: ['a'] },
    ],
    ['root'],
  );
  assert.deepEqual(['a', 'b', 'island', 'nowhere'].map(graph.relationOf), [
    'direct',
    'transitive',
    'unknown',
    'unknown',
  ]);
});

test('an entry without dependencies needs nothing, and of one without an entry nobody knows', () => {
  const graph = dependencyGraph([{ from: 'a', to: [] }], []);
  assert.deepEqual(graph.needsOf('a'), []);
  assert.equal(graph.needsOf('b'), undefined);
});

test('entries of the same reference are one, and everything is reached that a path leads to', () => {
  const ref = fc.constantFrom('root', 'a', 'b', 'c', 'd', 'e');
  const entry = fc.record({ from: ref, to: fc.array(ref) });
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const graph = dependencyGraph(entries, ['root']);
      for (const { from, to: targets } of entries) {
        const known = from === 'root' || graph.relationOf(from) !== 'unknown';
        for (const to of targets) {
          assert.ok(graph.needsOf(from)?.includes(to));
          assert.ok(!known || graph.relationOf(to) !== 'unknown');
          assert.ok(from !== 'root' || graph.relationOf(to) === 'direct');
        }
      }
    }),
  );
});
