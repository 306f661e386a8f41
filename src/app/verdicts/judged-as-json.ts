import type { JudgedFinding } from '../../model/anomalies/verdict.ts';
import type { ReplacedVerdict } from './replaced-by.ts';
import { locateDiagnostics } from '../check/locate-diagnostics.ts';
import type { Host } from '../host.ts';
import type { Judged } from './judge.ts';

/** A judgement as machines read it; of one that was not written no line can be told. */
export async function judgedAsJson(host: Host, { written, replaced, open, triage }: Judged, dryRun: boolean) {
  const places = dryRun ? open.map((one) => ({ ...one, place: { file: one.place.file } })) : open;
  return {
    dryRun,
    written,
    replaced: replaced.map(replacedRow),
    open: await locateDiagnostics(host, places),
    waiting: triage.cases.length,
  };
}

function replacedRow({ file, index, verdict, lost, kept, left, isApproved }: ReplacedVerdict) {
  const { status, justification, reason, by, on, approved } = verdict;
  const judged = lost.map(inShort);
  return {
    file,
    index,
    status,
    justification,
    reason,
    by,
    on,
    approved,
    isApproved,
    judged,
    kept: kept.map(inShort),
    left,
  };
}

function inShort({ anomaly, package: soup, versions }: JudgedFinding) {
  return { anomaly, package: soup, versions };
}
