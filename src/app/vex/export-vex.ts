import { UsageError } from '../../base/errors.ts';
import { vexExports } from '../../exports/vex/index.ts';
import type { VexDocument } from '../../model/vex/vex-document.ts';
import type { Host } from '../host.ts';
import { openDossier } from '../open-dossier.ts';
import { tool } from '../product.ts';
import { refuseUnevaluated, refuseUnread } from '../verdicts/open-triage.ts';
import { composeVex } from './compose-vex.ts';

/** A document that was written, and what whoever sends it on has to know. */
export type ExportedVex = {
  readonly text: string;
  readonly document: VexDocument;
  readonly notes: readonly string[];
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
  const open = document.statements.filter(({ status }) => status === 'under_investigation');
  const names = new Set(open.map(({ vulnerability }) => vulnerability));
  return {
    text: plug.writeVex(document, { website, email, tool }),
    document,
    notes: [
      ...(evaluation.kind === 'outdated' ? [`the evaluation is outdated: ${evaluation.reason}`] : []),
      ...(names.size === 0 ? [] : [`under investigation, for want of a verdict that holds: ${[...names].join(', ')}`]),
      ...gone.map(({ finding }) => `nothing is stated of ${finding.id}: ${finding.component} has gone`),
    ],
  };
}
