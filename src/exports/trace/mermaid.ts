import type { TraceExport } from '../../model/trace.ts';
import { captionOf, kindNames, toneOf } from './graph-words.ts';

/** The trace as a flow chart of Mermaid, which many code hosts show in Markdown. */
export const mermaid: TraceExport = {
  name: 'mermaid',
  write: (graph) => {
    const names = new Map([...graph.nodes.keys()].map((id, index) => [id, `n${index}`]));
    const nodes = [...graph.nodes.values()].map((node) => {
      const label = [kindNames[node.kind], node.id, captionOf(graph, node)].filter((text) => text !== '');
      const mark = node.id === graph.start ? 'start' : toneOf(graph, node);
      return `  ${names.get(node.id)}["${label.map(escape).join('<br/>')}"]:::${mark}`;
    });
    const links = graph.links.map(({ from, to }) => `  ${names.get(from)} --> ${names.get(to)}`);
    return ['flowchart LR', ...nodes, ...links, ...classes, ''].join('\n');
  },
};

const classes = [
  '  classDef start stroke-width:3px',
  '  classDef plain fill:#fff,stroke:#667',
  '  classDef good fill:#eaf6ec,stroke:#2b7a3b',
  '  classDef doubt fill:#fff6df,stroke:#9a6a00',
  '  classDef bad fill:#fdecea,stroke:#b3261e',
];

/** Text in quotes may hold anything but quotes, and marks that Mermaid or HTML would take for their own. */
function escape(text: string): string {
  const short = text.length > 90 ? `${text.slice(0, 89).toWellFormed()}…` : text;
  return short.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').replace(/[&<>"#;`\\[\]{}|]/g, (mark) => `#${mark.charCodeAt(0)};`);
}
