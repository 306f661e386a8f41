import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TraceGraph, TraceKind } from '../../model/trace.ts';
import { layOut } from './layout.ts';
import { tellingLinks } from './telling-links.ts';

/** A graph of nodes such as `risk:R-1` and links such as `R-1>FM-1`. */
function graph(nodes: readonly string[], links: readonly string[]): TraceGraph {
  return {
    start: '',
    faults: new Map(),
    nodes: new Map(
      nodes.map((node) => {
        const [kind = '', id = ''] = node.split(':');
        return [id, { id, kind: kind as TraceKind, title: '', facts: [], place: undefined }];
      }),
    ),
    links: links.map((link) => {
      const [from = '', to = ''] = link.split('>');
      return { from, to, place: { file: 'x' } };
    }),
  };
}

const chain = ['risk:R', 'software-item:v', 'soup-item:p', 'failure-mode:F', 'control:C', 'test:T'];
const links = ['R>v', 'v>p', 'p>F', 'F>C', 'C>T', 'R>F'];
const drawn = (one: TraceGraph) => tellingLinks(one).map(({ from, to }) => `${from}>${to}`);

test('a link that others lead along is not drawn, and a circle ends', () => {
  assert.deepEqual(drawn(graph(chain, links)), links.slice(0, -1));
  assert.deepEqual(drawn(graph(chain, ['R>v', 'v>R', 'v>p'])), ['R>v', 'v>R', 'v>p']);
});

test('which of several risks has which of several causes is drawn', () => {
  const more = graph([...chain, 'risk:S', 'failure-mode:G'], [...links, 'S>v', 'p>G', 'S>G']);
  assert.ok(drawn(more).includes('R>F') && drawn(more).includes('S>G'));
});

test('columns go from the hazard to its evidence, and neighbours stand side by side', () => {
  const nodes = ['test:T1', 'test:T2', 'control:C1', 'control:C2', 'control:RC', 'failure-mode:F'];
  const { columns } = layOut(graph(nodes, ['F>C1', 'F>C2', 'C1>T2', 'C2>T1', 'C2>RC']));
  assert.deepEqual(columns, [['F'], ['C1', 'C2'], ['RC'], ['T2', 'T1']]);
});
