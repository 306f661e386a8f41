import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TraceNode } from '../../model/trace.ts';
import { dot } from './dot.ts';

test('ids that look the same once they are cut and made plain stay apart', () => {
  const long = 'com.example.'.repeat(20);
  const ids = [`${long}a`, `${long}b`, 'x\u202ey', 'x y'];
  const place = { file: 'a.yaml' };
  const nodes = ids.map((id): [string, TraceNode] => [id, { id, kind: 'test', title: '', facts: [], place }]);
  const links = ids.slice(1).map((to) => ({ from: `${long}a`, to, place }));
  const text = dot.write({ nodes: new Map(nodes), links, faults: new Map(), start: 'x y' });
  const names = text.matchAll(/^ {2}(\S+) \[label=/gm).map(([, name]) => name);
  assert.equal(new Set(names).size, ids.length);
  const drawn = text.matchAll(/^ {2}\S+ -> \S+;$/gm).map(([line]) => line);
  assert.equal(new Set(drawn).size, links.length);
});
