import { parseXml, type XmlElement } from '../../../base/formats/xml.ts';
import { mavenNodeIn } from './maven-tree-text.ts';
import type { MavenAnswer, MavenAnswerProblem, MavenTreeNode } from './maven-tree-node.ts';

/**
 * Reads what `mvn dependency:tree` writes with `-DoutputType=dot`, `tgf` or `graphml`, one graph or several after each
 * other; `undefined` for any other text.
 */
export function parseMavenTreeGraph(text: string): MavenAnswer | MavenAnswerProblem | undefined {
  const parse = formats.find(({ start }) => start.test(text))?.parse;
  if (parse === undefined) return undefined;
  const graphs = parse(text);
  if ('message' in graphs) return graphs;
  const nodes = graphs.flatMap(nodesInOrder);
  const problems = graphs.flatMap(({ labels }) =>
    [...labels.values()].flatMap(({ text: written, line }) =>
      mavenNodeIn(written, 0, line) === undefined && mavenNodeIn(written, 1, line) === undefined
        ? [{ message: `${JSON.stringify(written.slice(0, 200))} is no artefact of an answer of Maven`, line }]
        : [],
    ),
  );
  return nodes.length > 0 ? { nodes, projects: [], problems } : { message: 'it holds no artefact', at: { line: 1 } };
}

/** A graph as it is written: what each node says, the first one being the project, and what leads where. */
type WrittenGraph = {
  readonly labels: Map<string, { readonly text: string; readonly line: number }>;
  readonly edges: Map<string, string[]>;
};

const formats: readonly {
  readonly start: RegExp;
  readonly parse: (text: string) => readonly WrittenGraph[] | MavenAnswerProblem;
}[] = [
  { start: /^\s*digraph\s+"/, parse: parseDot },
  { start: /^\s*(?:<\?xml[^<>]*\?>\s*)?<graphml[\s>]/, parse: parseGraphml },
  { start: /^\s*-?\d+ [^\s:]+:[^\s:]+:[^\s:]+:/, parse: parseTgf },
];

/** In the dot format what a node says is also its name; graphs that are appended begin in the line that ends another. */
function parseDot(text: string): readonly WrittenGraph[] {
  const graphs: WrittenGraph[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    for (const [, root, from, to] of line.matchAll(/digraph\s+"([^"]*)"|"([^"]*)"\s*->\s*"([^"]*)"/g)) {
      if (root !== undefined) graphs.push(newGraph());
      const graph = graphs.at(-1);
      if (graph === undefined) continue;
      for (const name of [root, from, to])
        if (name !== undefined && !graph.labels.has(name)) graph.labels.set(name, { text: name, line: index + 1 });
      if (from !== undefined && to !== undefined) connect(graph, from, to);
    }
  }
  return graphs;
}

/** Lines of nodes, `#`, and lines of edges; a line of a node behind those begins the next graph. */
function parseTgf(text: string): readonly WrittenGraph[] {
  let graph = newGraph();
  const graphs = [graph];
  let isBehind = false;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '#') isBehind = true;
    const [, from = '', to, label] = /^\s*(-?\d+) (?:(-?\d+)(?: .*)?|(.*))$/.exec(line) ?? [];
    if (to !== undefined) connect(graph, from, to);
    if (label === undefined) continue;
    if (isBehind) graphs.push((graph = newGraph()));
    isBehind = false;
    graph.labels.set(from, { text: label.trim(), line: index + 1 });
  }
  return graphs;
}

function parseGraphml(text: string): readonly WrittenGraph[] | MavenAnswerProblem {
  const graphs: WrittenGraph[] = [];
  let above = 0;
  for (const document of text.split(/(?<=<\/graphml>)\s*(?=<)/)) {
    const root = parseXml(document);
    if ('message' in root) return { message: root.message, at: { line: above + root.at.line } };
    const graph = newGraph();
    const open: XmlElement[] = [root];
    for (const element of open) {
      for (const child of element.children) open.push(child);
      const { id = '', source = '', target = '' } = element.attributes;
      if (element.name === 'edge') connect(graph, source, target);
      if (element.name === 'node')
        graph.labels.set(id, { text: textIn(element).trim(), line: above + element.at.line });
    }
    graphs.push(graph);
    above += document.split('\n').length - 1;
  }
  return graphs;
}

function textIn({ text, children }: XmlElement): string {
  return `${text}${children.map(textIn).join('')}`;
}

function newGraph(): WrittenGraph {
  return { labels: new Map(), edges: new Map() };
}

function connect({ edges }: WrittenGraph, from: string, to: string): void {
  const known = edges.get(from);
  if (known === undefined) edges.set(from, [to]);
  else known.push(to);
}

/** The nodes as a tree in text has them: each behind the one that needs it, with its depth. */
function nodesInOrder({ labels, edges }: WrittenGraph): MavenTreeNode[] {
  const [root] = labels.keys();
  const found: MavenTreeNode[] = [];
  const met = new Set<string>();
  const open = root === undefined ? [] : [{ id: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { id, depth } = next;
    const label = labels.get(id);
    const node = label === undefined ? undefined : mavenNodeIn(label.text, depth, label.line);
    if (node === undefined) continue;
    found.push(node);
    if (met.has(id)) continue;
    met.add(id);
    for (const to of edges.get(id)?.toReversed() ?? []) open.push({ id: to, depth: depth + 1 });
  }
  return found;
}
