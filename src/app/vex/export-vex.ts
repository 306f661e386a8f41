import { UsageError } from '../../base/errors.ts';
import { vexExports } from '../../exports/vex/index.ts';
import type { Finding } from '../../model/anomalies/evaluation.ts';
import type { VexDocument } from '../../model/vex/vex-document.ts';
import type { Host } from '../host.ts';
import { openDossier } from '../open-dossier.ts';
import { tool } from '../product.ts';
import { refuseUnevaluated, refuseUnread } from '../verdicts/open-triage.ts';
import { composeVex } from './compose-vex.ts';
import { waitingVulnerabilities, type WaitingVulnerability } from './waiting-vulnerabilities.ts';

/** A document that was written, and what whoever sends it on has to know. */
export type ExportedVex = {
  readonly text: string;
  readonly document: VexDocument;
  /** Why the findings may be others than those of today. */
  readonly doubt: string | undefined;
  /** What is stated as under investigation. */
  readonly waiting: readonly WaitingVulnerability[];
  /** Findings of which nothing is stated, for their component has gone. */
  readonly gone: readonly Pick<Finding, 'id' | 'component'>[];
};

/** Writes what the records say of the device's vulnerabilities as VEX. Throws `UsageError` where that cannot be. */
export async function exportVex(host: Host, format: string): Promise<ExportedVex> {
  const plug = vexExports.find(({ name }) => name === format);
  if (plug === undefined)
    throw new UsageError(
      `there is no format "${format}"`,
      `Take one of ${vexExports.map(({ name }) => name).join(', ')}.`,
    );
  const { dossier, diagnostics } = await openDossier(host);
  if (dossier === undefined)
    throw new UsageError('the records cannot be loaded', 'Run `tureen check` and mend what it shows first.');
  refuseUnread(diagnostics);
  refuseUnevaluated(dossier, diagnostics);
  const { evaluation, device } = dossier;
  const { website, email } = device.record.device;
  if (plug.needs.includes('website') && website === undefined)
    throw new UsageError(
      `${plug.title} names its publisher by an address, and the device has none`,
      'Add website under device in tureen.yaml.',
    );
  const { document, gone } = composeVex(dossier);
  if (document.statements.length === 0)
    throw new UsageError(
      'there is no finding that may concern the device, and no VEX without a statement',
      'Run `tureen evaluate` to see what was looked at.',
    );
  return {
    text: plug.writeVex(document, { website, email, tool }),
    document,
    doubt: evaluation.kind === 'outdated' ? evaluation.reason : undefined,
    waiting: waitingVulnerabilities(dossier.findings.filter(({ entry }) => entry !== undefined)),
    gone: gone.map(({ finding: { id, component } }) => ({ id, component })),
  };
}
