import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { dependencyGraph } from './dependency-graph.ts';

test('what the root needs is direct, what those need is transitive, and of the rest nobody knows', () => {
  const graph = dependencyGraph(
    [
      { ref: 'root', dependsOn: ['a'] },
      { ref: 'a', dependsOn: ['b'] },
      { ref: 'b', dependsOn: ['a'] },
      { ref: 'island', dependsOn: ['a'] },
    ],
    'root',
  );
  assert.deepEqual(['a', 'b', 'island', 'nowhere'].map(graph.relationOf), [
    'direct',
    'transitive',
    'unknown',
    'unknown',
  ]);
});

test('an entry without dependencies needs nothing, and of one without an entry nobody knows', () => {
  const graph = dependencyGraph([{ ref: 'a', dependsOn: [] }], undefined);
  assert.deepEqual(graph.needsOf('a'), []);
  assert.equal(graph.needsOf('b'), undefined);
});

test('entries of the same reference are one, and everything is reached that a path leads to', () => {
  const ref = fc.constantFrom('root', 'a', 'b', 'c', 'd', 'e');
  const entry = fc.record({ ref, dependsOn: fc.array(ref) });
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const graph = dependencyGraph(entries, 'root');
      for (const { ref: from, dependsOn } of entries) {
        const known = from === 'root' || graph.relationOf(from) !== 'unknown';
        for (const to of dependsOn) {
          assert.ok(graph.needsOf(from)?.includes(to));
          assert.ok(!known || graph.relationOf(to) !== 'unknown');
          assert.ok(from !== 'root' || graph.relationOf(to) === 'direct');
        }
      }
    }),
  );
});
