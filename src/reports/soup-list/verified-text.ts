import { onceForEach } from '../../base/remembering/once-for-each.ts';
import type { Standing, Trace } from '../../model/trace.ts';

/** Tests and documents by which something is verified, each test with what came of it. */
export function verifiedText(trace: Trace, from: string, verifiedBy: readonly string[]): string {
  const standings = new Map(
    linksFrom(trace)
      .get(from)
      ?.map((link) => [link.to, link.standing]),
  );
  return verifiedBy.map((name) => `${name}${standingText(standings.get(name))}`).join(', ');
}

const linksFrom = onceForEach(({ links }: Trace) => Map.groupBy(links, ({ from }) => from));

function standingText(standing: Standing | undefined): string {
  if (standing === undefined || standing.kind === 'document') return '';
  if (standing.kind === 'missing') return ' (no result)';
  return standing.kind === 'stale' ? ` (counts no longer: ${standing.reason})` : ` (${standing.kind} ${standing.on})`;
}
