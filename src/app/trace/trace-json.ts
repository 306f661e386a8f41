import { decodeText } from '../../base/decode-text.ts';
import type { LinePlace, Place } from '../../model/place.ts';
import { locator } from '../../records/locate.ts';
import type { Host } from '../host.ts';
import type { TraceTree } from './trace-tree.ts';
import type { TracedId } from './trace.ts';

/** A traced id as JSON: both trees with the lines of their nodes, and the links between them. */
export async function traceJson(host: Host, { up, down, graph }: TracedId): Promise<string> {
  const lineOf = await locatorOf(
    host,
    [...graph.nodes.values()].map(({ place }) => place),
  );
  const tree = ({ node, standing, again, children }: TraceTree): object => ({
    id: node.id,
    kind: node.kind,
    title: node.title,
    facts: node.facts,
    place: lineOf(node.place),
    faults: graph.faults.get(node.id) ?? [],
    standing,
    ...(again ? { again } : { children: children.map(tree) }),
  });
  const start = graph.nodes.get(graph.start);
  const root = start === undefined ? {} : tree({ node: start, children: [], again: true });
  const links = graph.links.map(({ from, to, standing }) => ({ from, to, standing: standing?.kind }));
  return `${JSON.stringify({ ...root, again: undefined, up: up.map(tree), down: down.map(tree), links }, undefined, 2)}\n`;
}

type LineOf = (place: Place | undefined) => LinePlace | { readonly file: string } | undefined;

async function locatorOf(host: Host, places: readonly (Place | undefined)[]): Promise<LineOf> {
  const locators = new Map<string, ReturnType<typeof locator>>();
  for (const place of places) {
    if (place === undefined || !('keyPath' in place) || locators.has(place.file)) continue;
    const bytes = await host.files.read(place.file);
    locators.set(place.file, locator((bytes && decodeText(bytes)) ?? ''));
  }
  return (place) => {
    if (place === undefined || !('keyPath' in place)) return place;
    const at = locators.get(place.file)?.(place);
    return at === undefined ? { file: place.file } : { file: place.file, line: at.line };
  };
}
