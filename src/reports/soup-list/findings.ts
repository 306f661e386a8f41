import type { Block } from '../../model/document.ts';
import type { Dossier, ItemEntry } from '../../model/dossier.ts';
import { findingsTable } from '../findings-table.ts';

/** The published anomalies that affect a SOUP item or what it covers, or of which nobody can tell, each with its verdict. */
export function findingBlocks({ own, covered }: ItemEntry, { findings }: Dossier): readonly Block[] {
  const purls = new Set([...own, ...covered].map(({ component }) => component.purl));
  const shown = findings.filter(
    ({ finding, standing }) => standing.kind !== 'not-needed' && purls.has(finding.component),
  );
  if (shown.length === 0) return [];
  return [{ kind: 'heading', level: 3, text: 'Published anomalies' }, findingsTable(shown)];
}
