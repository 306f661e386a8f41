import { UsageError } from '../../base/errors.ts';
import type { VexEvidence } from '../../model/vex/vex-evidence.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Host } from '../host.ts';
import { openDossier } from '../open-dossier.ts';

/** What others state, what it is about, and what is wrong with the documents. */
export type ListedVex = { readonly evidence: VexEvidence; readonly diagnostics: readonly Diagnostic[] };

/** Lists what others state. Throws `UsageError` where the records cannot be loaded. */
export async function listVex(host: Host): Promise<ListedVex> {
  const { dossier, diagnostics } = await openDossier(host);
  if (dossier === undefined)
    throw new UsageError('the records cannot be loaded', 'Run `tureen check` and mend what it shows first.');
  const { evaluation } = dossier;
  // Without it every statement meets nothing.
  const unread = evaluation.kind === 'unread' ? evaluation.file : undefined;
  const ofVex = ({ rule, severity, place }: Diagnostic) =>
    rule.startsWith('vex/') || (severity === 'error' && (place.file === unread || mayHoldVex(place.file)));
  return { evidence: dossier.vex, diagnostics: diagnostics.filter(ofVex) };
}

function mayHoldVex(file: string): boolean {
  return /^soup(?:\/?$|\/vex(?:\/|$))/i.test(file);
}

/** The documents of an evidence as machines read them, each statement with what it met or why it met nothing. */
export function evidenceAsJson({ documents, about, unmet }: VexEvidence): readonly object[] {
  const met = [...about].flatMap(([finding, statements]) =>
    statements.map((one) => ({ ...one, finding: { id: finding.id, component: finding.component } })),
  );
  const metOf = Map.groupBy(met, ({ vex }) => vex.file);
  const unmetOf = Map.groupBy(unmet, ({ vex }) => vex.file);
  return documents.map((vex) => ({
    file: vex.file,
    ...vex.record,
    statements: vex.document.statements.length,
    met: (metOf.get(vex.file) ?? []).map(({ finding, statement, named, within, doubt, superseded }) => ({
      ...finding,
      named,
      within,
      doubt,
      superseded,
      ...statement,
    })),
    unmet: (unmetOf.get(vex.file) ?? []).map(({ statement, kind, subject, reason }) => ({
      kind,
      subject,
      reason,
      ...statement,
    })),
  }));
}
