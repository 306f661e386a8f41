import type { TraceTree } from '../../../app/trace/trace-tree.ts';
import type { TracedId } from '../../../app/trace/trace.ts';
import type { Standing, TraceNode } from '../../../model/trace.ts';
import type { Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';

/** Shows the chain through one id: above it what it can lead to, below it what it rests on. */
export function showTrace({ up, down, graph }: TracedId, paint: Paint): string {
  const start = graph.nodes.get(graph.start);
  const look = { paint, faults: graph.faults };
  const lines = [
    ...(start === undefined ? [] : nodeLines(start, undefined, false, look)),
    ...resultsOf(graph).map((standing) => ` ${standingText(standing, paint)}`),
    '',
    paint('cyan', up.length === 0 ? 'nothing leads to it from above' : 'up, towards the hazardous situation'),
    ...treeLines(up, '', look),
    '',
    paint('cyan', down.length === 0 ? 'nothing stands below it' : 'down, towards the evidence'),
    ...treeLines(down, '', look),
    '',
  ];
  return lines.join('\n');
}

/** What came of a test, once for each different answer to those that name it. */
function resultsOf({ links, start }: TracedId['graph']): readonly Standing[] {
  const standings = links.flatMap(({ to, standing }) =>
    to === start && standing !== undefined && standing.kind !== 'document' ? [standing] : [],
  );
  return [...new Map(standings.map((standing) => [JSON.stringify(standing), standing])).values()];
}

type Look = { readonly paint: Paint; readonly faults: TracedId['graph']['faults'] };

function treeLines(trees: readonly TraceTree[], indent: string, look: Look): readonly string[] {
  return trees.flatMap(({ node, standing, children, again }, index) => {
    const isLast = index === trees.length - 1;
    const [first = '', ...more] = nodeLines(node, standing, again, look);
    const inner = `${indent}${isLast ? '   ' : '│  '}`;
    return [
      `${indent}${isLast ? '└─ ' : '├─ '}${first}`,
      ...more.map((line) => `${inner}${children.length > 0 ? '│' : ' '}${line}`),
      ...treeLines(children, inner, look),
    ];
  });
}

function nodeLines(
  { id, kind, title, facts }: TraceNode,
  standing: Standing | undefined,
  again: boolean,
  { paint, faults }: Look,
): readonly string[] {
  const name = `${paint('bold', safeText(id))} ${paint('dim', kind.replace('-', ' ').replace('soup', 'SOUP'))}`;
  const text = [safeText(title), standing === undefined ? '' : standingText(standing, paint)].filter(
    (part) => part !== '',
  );
  if (again) return [`${name} ${paint('dim', '(see above)')}`];
  return [
    [name, ...text].join('  '),
    ...facts.map((fact) => ` ${paint('dim', safeText(fact))}`),
    ...(faults.get(id) ?? []).map((fault) => ` ${paint('red', '!')} ${safeText(fault)}`),
  ];
}

function standingText(standing: Standing, paint: Paint): string {
  if (standing.kind === 'document') return '';
  if (standing.kind === 'missing') return paint('red', 'no result');
  const at = `on ${standing.on} (${safeText(standing.source)})`;
  if (standing.kind === 'passed') return `${paint('green', 'passed')} ${at}`;
  if (standing.kind === 'stale') return `${paint('yellow', 'counts no longer')}: ${safeText(standing.reason)}`;
  return `${paint('red', standing.kind)} ${at}`;
}
