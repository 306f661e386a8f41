import type { TraceExport } from '../../model/trace.ts';
import { captionOf, kindNames, toneOf } from './graph-words.ts';

/** The trace in the language of Graphviz. */
export const dot: TraceExport = {
  name: 'dot',
  write: (graph) => {
    const names = new Map([...graph.nodes.keys()].map((id, index) => [id, `n${index}`]));
    const nodes = [...graph.nodes.values()].map((node) => {
      const label = [kindNames[node.kind], node.id, captionOf(graph, node)].filter((text) => text !== '');
      const width = node.id === graph.start ? ', penwidth=3' : '';
      return `  ${names.get(node.id)} [label=${quoted(label)}, color="${colours[toneOf(graph, node)]}"${width}];`;
    });
    const links = graph.links.map(({ from, to }) => `  ${names.get(from)} -> ${names.get(to)};`);
    return [
      'digraph trace {',
      '  rankdir=LR;',
      '  node [shape=box, style=rounded, fontname="sans-serif"];',
      ...nodes,
      ...links,
      '}',
      '',
    ].join('\n');
  },
};

const colours = { plain: '#666677', good: '#2b7a3b', doubt: '#9a6a00', bad: '#b3261e' } as const;

function quoted(lines: readonly string[]): string {
  const plain = lines.map((line) =>
    (line.length > 120 ? `${line.slice(0, 119).toWellFormed()}…` : line)
      .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
      .replace(/[\\"]/g, String.raw`\$&`),
  );
  return `"${plain.join(String.raw`\n`)}"`;
}
