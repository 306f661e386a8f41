import type { Standing, Trace } from '../../model/trace.ts';

/** Tests and documents by which something is verified, each test with what came of it. */
export function verifiedText({ links }: Trace, from: string, verifiedBy: readonly string[]): string {
  const standings = new Map(links.flatMap((link) => (link.from === from ? [[link.to, link.standing] as const] : [])));
  return verifiedBy.map((name) => `${name}${standingText(standings.get(name))}`).join(', ');
}

function standingText(standing: Standing | undefined): string {
  if (standing === undefined || standing.kind === 'document') return '';
  if (standing.kind === 'missing') return ' (no result)';
  return standing.kind === 'stale' ? ` (counts no longer: ${standing.reason})` : ` (${standing.kind} ${standing.on})`;
}
