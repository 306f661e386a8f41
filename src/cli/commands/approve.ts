import type { Approvals } from '../../app/verdicts/approve.ts';
import type { Triage } from '../../app/verdicts/open-triage.ts';
import { UsageError } from '../../base/errors.ts';
import type { FiledVerdict } from '../../model/dossier.ts';
import type { Command, Context, ExitCode } from '../command.ts';
import { textOption } from '../option-values.ts';
import { tellDay } from '../tell-day.ts';

/** Approves verdicts of others; who has judged does not approve. */
export const approve: Command = {
  name: 'approve',
  summary: 'approve verdicts of others as a second person, bound to what they say',
  usage: '[anomaly]',
  options: [
    { flags: '--list', description: 'list the verdicts that wait for an approval, and write nothing' },
    { flags: '--by <person>', description: 'who approves: an id of people in tureen.yaml' },
    { flags: '--packages <pattern>', description: 'verdicts on these packages only; without an anomaly: all on them' },
    { flags: '--dry-run', description: 'only tell what would be approved' },
  ],
  examples: [
    'tureen approve --list',
    'tureen approve CVE-2025-30208 --by grace',
    'tureen approve --packages "pkg:deb/debian/*" --by grace --dry-run',
  ],
  run: async (context, [id], options) => {
    tellDay(context);
    const packages = textOption(options, 'packages');
    const isList = options['list'] === true;
    const given = textOption(options, 'by');
    const asks = given === undefined && !context.json && process.stdin.isTTY && process.stderr.isTTY;
    if (!isList && given === undefined && !asks)
      throw new UsageError('it is not said who approves', 'Add --by with an id of people, or --list to look only.');
    if (!isList && id === undefined && packages === undefined)
      throw new UsageError('it is not said which verdicts are meant', 'Name an anomaly, or packages with --packages.');
    const { openTriage } = await import('../../app/verdicts/open-triage.ts');
    const opened = await openTriage(context.host);
    if (opened.doubt !== undefined) context.complain(`warning: the evaluation is outdated: ${opened.doubt}`);
    if (isList) return list(context, opened, { id, packages });
    const by = given ?? (await whoApproves(opened));
    if (by === undefined) return nothingApproved(context);
    const dryRun = options['dryRun'] === true;
    const [{ approve: approveVerdicts }, { showApprovals }] = await Promise.all([
      import('../../app/verdicts/approve.ts'),
      import('../show/findings/show-approvals.ts'),
    ]);
    const approvals = await approveVerdicts(context.host, opened, { id, packages, by, dryRun });
    if (context.json) context.print(`${JSON.stringify(asJson(approvals, dryRun), undefined, 2)}\n`);
    else context.show(showApprovals(approvals, dryRun, context.paint));
    return approvals.refused.length > 0 ? 1 : 0;
  },
};

/** Asks among those who may approve. */
async function whoApproves({ dossier: { device } }: Triage): Promise<string | undefined> {
  const { people, vulnerabilityReview } = device.record;
  const may = people.filter(({ id }) => vulnerabilityReview?.approvers?.includes(id) ?? true);
  const { askPerson } = await import('../ask/ask-person.ts');
  return askPerson('Who approves?', may);
}

function nothingApproved(context: Context): ExitCode {
  context.tell('broken off: nothing is approved');
  return 1;
}

async function list(
  context: Context,
  { dossier }: Triage,
  selection: { readonly id: string | undefined; readonly packages: string | undefined },
): Promise<ExitCode> {
  const [{ approvalStates }, { selectVerdicts }, { showWaiting }] = await Promise.all([
    import('../../app/verdicts/approval-state.ts'),
    import('../../app/verdicts/select-verdicts.ts'),
    import('../show/findings/show-approvals.ts'),
  ]);
  const isAll = selection.id === undefined && selection.packages === undefined;
  const picked = new Set((isAll ? dossier.verdicts : selectVerdicts(dossier.verdicts, selection)).map(keyOf));
  const meant = approvalStates(dossier).filter((one) => picked.has(keyOf(one)));
  const waiting = meant.filter(({ isApproved }) => !isApproved);
  if (context.json) {
    const rows = waiting.map((one) => ({
      ...verdictAsJson(one),
      doubt: one.doubt,
      refused: one.refused,
      beside: one.beside,
    }));
    context.print(`${JSON.stringify({ waiting: rows, of: meant.length }, undefined, 2)}\n`);
  } else context.show(showWaiting(waiting, meant.length, context.paint));
  return waiting.length === 0 ? 0 : 1;
}

function keyOf({ file, index }: FiledVerdict): string {
  return `${index} ${file}`;
}

function asJson({ approved, before, refused, written }: Approvals, dryRun: boolean): object {
  return {
    dryRun,
    approved: approved.map((one) => ({ ...verdictAsJson(one), beside: one.beside })),
    before: before.map(verdictAsJson),
    refused: refused.map((one) => ({ ...verdictAsJson(one), reason: one.reason })),
    written,
  };
}

function verdictAsJson({ file, index, verdict: { status, justification, by, on, judged } }: FiledVerdict): object {
  const findings = judged.map(({ anomaly, package: soup, versions }) => ({ anomaly, package: soup, versions }));
  return { file, index, status, justification, by, on, judged: findings };
}
