import { hashVerdict } from '../../base/anomalies/hash-verdict.ts';
import { UsageError } from '../../base/errors.ts';
import type { Dossier, FiledVerdict } from '../../model/dossier.ts';
import { approveVerdict } from '../../records/writing/write-verdict.ts';
import type { Host } from '../host.ts';
import { refuseStranger } from '../refuse-stranger.ts';
import { approvalStates, type ApprovalState } from './approval-state.ts';
import { withVerdicts, type Triage } from './open-triage.ts';
import { selectVerdicts, type VerdictSelection } from './select-verdicts.ts';
import { readVerdictFiles, textIn, writeVerdictFiles } from './verdict-files.ts';

/** Who approves which verdicts; a dry run writes nothing. */
export type ApprovalOrder = VerdictSelection & { readonly by: string; readonly dryRun: boolean };

/** A verdict that was picked and not approved, and why not. */
export type RefusedApproval = ApprovalState & { readonly reason: string };

/** What became of the verdicts that were picked. */
export type Approvals = {
  readonly approved: readonly ApprovalState[];
  /** Those that had an approval already, as they are. */
  readonly before: readonly FiledVerdict[];
  readonly refused: readonly RefusedApproval[];
  readonly written: readonly string[];
};

/**
 * Approves verdicts as a second person, each bound to its content by hash. One that cannot be approved keeps none of the
 * others from it. Throws `UsageError` for a person who may not approve, and where no verdict is meant; then nothing is written.
 */
export async function approve(host: Host, given: Triage, order: ApprovalOrder): Promise<Approvals> {
  const files = await readVerdictFiles(host);
  const { dossier } = withVerdicts(given, files);
  refuseWhoMayNot(dossier, order.by);
  const picked = new Set(selectVerdicts(dossier.verdicts, order).map(keyOf));
  const meant = approvalStates(dossier).filter((one) => picked.has(keyOf(one)));
  const before = meant.filter(({ isApproved }) => isApproved);
  const open = meant.filter(({ isApproved }) => !isApproved);
  const refused = open.flatMap((one) => {
    const reason = refusalFor(one, order.by);
    return reason === undefined ? [] : [{ ...one, reason }];
  });
  const approved = open.filter((one) => refusalFor(one, order.by) === undefined);
  if (order.dryRun) return { approved, before, refused, written: [] };
  const texts = new Map<string, string>();
  for (const { file, index, verdict } of approved) {
    const text = texts.get(file) ?? textIn(files, file) ?? '';
    const edit = approveVerdict(text, index, { by: order.by, on: dossier.today, content: hashVerdict(verdict) });
    if ('refused' in edit) throw new UsageError(`${file} cannot be changed: ${edit.refused}`, edit.help);
    texts.set(file, edit.text);
  }
  await writeVerdictFiles(host, files, texts);
  return { approved, before, refused, written: [...texts.keys()] };
}

function keyOf({ file, index }: FiledVerdict): string {
  return `${index} ${file}`;
}

function refuseWhoMayNot({ device: { record, file } }: Dossier, by: string): void {
  refuseStranger(record, by);
  const approvers = record.vulnerabilityReview?.approvers;
  if (approvers !== undefined && !approvers.includes(by))
    throw new UsageError(
      `"${by}" may not approve verdicts`,
      `${file} names ${approvers.join(', ')} under vulnerabilityReview.approvers.`,
    );
}

function refusalFor({ verdict, refused }: ApprovalState, by: string): string | undefined {
  return verdict.by === by ? `${by} is its author: a second look is somebody else's` : refused;
}
