import { isWaiting } from '../../base/anomalies/is-waiting.ts';
import type { Triage } from '../../app/verdicts/open-triage.ts';
import type { Judged } from '../../app/verdicts/judge.ts';
import type { Selection } from '../../app/verdicts/select-findings.ts';
import { UsageError } from '../../base/errors.ts';
import { justifications, responses, statuses } from '../../model/vex/vex.ts';
import type { Command, Context, ExitCode, OptionValues } from '../command.ts';
import { textOption } from '../option-values.ts';
import { safeText } from '../safe-text.ts';
import { storePath } from '../store-path.ts';
import { tellDay } from '../tell-day.ts';

/** Works through findings that wait for a verdict, with a person or by one command line. */
export const triage: Command = {
  name: 'triage',
  summary: 'judge the findings that wait for a verdict, and write the verdicts',
  usage: '[anomaly]',
  options: [
    {
      flags: '--list',
      description: 'list what waits for a verdict, of these alone where some are named, and ask nothing',
    },
    {
      flags: '--release <version>',
      description: 'judge what waits in a release in the field, by the advisories of today',
    },
    { flags: '--store <file>', description: 'where the store lies, for --release' },
    { flags: '--by <person>', description: 'who judges: an id of people in tureen.yaml' },
    { flags: '--status <status>', description: statuses.join(', '), choices: statuses },
    { flags: '--adopt <document>', description: 'take status, justification and reason over from imported VEX' },
    { flags: '--justification <word>', description: justifications.join(', '), choices: justifications },
    { flags: '--reason <text>', description: 'why, in words that an auditor can follow' },
    { flags: '--packages <pattern>', description: 'of these packages only; without an anomaly: all that waits there' },
    {
      flags: '--together',
      description: 'with an anomaly that only commits could tell more of: all of its component that wait, too',
    },
    { flags: '--reachable <answer>', description: 'yes, no, unknown', choices: ['yes', 'no', 'unknown'] },
    {
      flags: '--evidence <text>',
      description: 'how it is known; with unknown what was tried, which may be left out',
    },
    {
      flags: '--hazardous <answer>',
      description: 'can it contribute to a hazardous situation: yes, no; the check asks what a yes leads to',
      choices: ['yes', 'no'],
    },
    { flags: '--safety <text>', description: 'how it contributes, or why it cannot' },
    { flags: '--failure-modes <ids>', description: 'failure modes that it can lead to, with commas between them' },
    { flags: '--risks <ids>', description: 'entries of the risk file that it can lead to, with commas between them' },
    { flags: '--vector <vector>', description: 'CVSS vector in the environment of this device' },
    { flags: '--vector-reason <text>', description: 'why this vector' },
    { flags: '--response <action>', description: responses.join(', '), choices: responses },
    { flags: '--response-text <text>', description: 'what exactly is done' },
    { flags: '--due <day>', description: 'the day until which it is done' },
    { flags: '--owner <person>', description: 'who sees to it' },
    { flags: '--valid-for <range>', description: 'versions that it holds for, as VERS; else those in use' },
    { flags: '--until <day>', description: 'the last day on which it holds' },
    {
      flags: '--dry-run',
      description: 'only tell what would be written, what would give way to it, and what it leaves open',
    },
  ],
  examples: [
    'tureen triage',
    'tureen triage CVE-2025-30208',
    'tureen triage --list --json',
    'tureen triage --release 2.3.0',
    'tureen triage CVE-2025-30208 --status not_affected --justification vulnerable_code_not_present --reason "Development server only" --by ada',
    'tureen triage CVE-2025-30208 --adopt openvex-supplier --by ada',
    'tureen triage OSV-2018-1 --together --status not_affected --justification vulnerable_code_not_present --reason "Fixed before the tag, by git merge-base" --by ada',
    'tureen triage --packages "pkg:npm/vite*" --status not_affected --justification component_not_present --reason "A tool" --by ada',
  ],
  run: async (context, [id], options) => {
    tellDay(context);
    const opened = await open(context, options);
    if (opened.doubt !== undefined) context.complain(`warning: the findings may be others: ${opened.doubt}`);
    const selection = { id, packages: textOption(options, 'packages') };
    const isOfAll = id === undefined && selection.packages === undefined;
    if (options['list'] === true) return list(context, isOfAll ? opened : await narrowed(opened, selection), options);
    if (textOption(options, 'status') !== undefined || textOption(options, 'adopt') !== undefined)
      return write(context, opened, id, options);
    const isWatched = !context.json && process.stdin.isTTY && process.stderr.isTTY;
    if (!isWatched && isOfAll) return list(context, opened, options);
    if (!isWatched)
      throw new UsageError('a verdict needs a status', `Add --status with one of ${statuses.join(', ')}.`);
    const { triageAtTerminal } = await import('../triage-at-terminal.ts');
    const { selectCases } = await import('../../app/verdicts/select-cases.ts');
    const casesOf = isOfAll ? (now: Triage) => now.cases : selectCases(opened, selection);
    const { cases } = await triageAtTerminal(context, opened, textOption(options, 'by'), casesOf);
    return cases.length === 0 ? 0 : 1;
  },
};

/** The cases of some findings. Throws `UsageError` where none of them waits. */
async function narrowed(opened: Triage, selection: Selection): Promise<Triage> {
  const { selectCases } = await import('../../app/verdicts/select-cases.ts');
  const cases = selectCases(opened, selection)(opened).filter(({ findings }) => findings.some(isWaiting));
  if (cases.length > 0) return { ...opened, cases };
  throw new UsageError(
    `nothing waits for a verdict: ${selection.id}`,
    'It has one: `tureen triage` with its name shows it at a terminal; --status judges it anew.',
  );
}

async function open(context: Context, options: OptionValues): Promise<Triage> {
  const release = textOption(options, 'release');
  if (release === undefined) return (await import('../../app/verdicts/open-triage.ts')).openTriage(context.host);
  const { openReleaseTriage } = await import('../../app/releases/open-release-triage.ts');
  return openReleaseTriage(context.host, release, storePath(context, options));
}

async function list(context: Context, opened: Triage, options: OptionValues): Promise<ExitCode> {
  const [{ caseAsJson }, { showCases }] = await Promise.all([
    import('../../app/verdicts/describe-case.ts'),
    import('../show/findings/show-cases.ts'),
  ]);
  const { cases, lastReview, doubt } = opened;
  if (context.json)
    context.print(
      `${JSON.stringify({ lastReview, doubt, anomalies: cases.map((one) => caseAsJson(one, opened.dossier.device.record.ssvc)) }, undefined, 2)}\n`,
    );
  else context.show(showCases(opened, context.paint));
  const [first] = cases;
  const release = textOption(options, 'release');
  const inRelease = release === undefined ? '' : ` --release ${safeText(release)}`;
  if (first !== undefined)
    context.tell(
      `next: \`tureen triage${inRelease}\` at a terminal asks about each; \`tureen triage ${safeText(first.id)}${inRelease} --status …\` judges one`,
    );
  return cases.length === 0 ? 0 : 1;
}

async function write(
  context: Context,
  opened: Triage,
  id: string | undefined,
  options: OptionValues,
): Promise<ExitCode> {
  const [{ foresee, judge }, { judgementFrom }] = await Promise.all([
    import('../../app/verdicts/judge.ts'),
    import('../judgement-from.ts'),
  ]);
  const packages = textOption(options, 'packages');
  if (id === undefined && packages === undefined)
    throw new UsageError('it is not said which findings are meant', 'Name an anomaly, or packages with --packages.');
  const selection = { id, packages, together: options['together'] === true };
  const adopted = textOption(options, 'adopt');
  const suggested =
    adopted === undefined
      ? {}
      : (await import('../../app/vex/adopt-statement.ts')).adoptStatement(opened, selection, adopted);
  const judgement = judgementFrom({ ...suggested, ...options });
  const dryRun = options['dryRun'] === true;
  const judged = await (dryRun ? foresee : judge)(context.host, opened, selection, judgement);
  await tell(context, judged, dryRun);
  return 0;
}

/** What was written, what gave way to it, and what it leaves open, in the words of the check. */
async function tell(context: Context, judged: Judged, dryRun: boolean): Promise<void> {
  if (context.json) {
    const { judgedAsJson } = await import('../../app/verdicts/judged-as-json.ts');
    context.print(`${JSON.stringify(await judgedAsJson(context.host, judged, dryRun), undefined, 2)}\n`);
    return;
  }
  const { showJudged, showLeftOpen } = await import('../show/findings/show-judged.ts');
  context.show(showJudged(judged, dryRun, context.paint));
  const told = context.quiet ? judged.open.filter(({ severity }) => severity === 'error') : judged.open;
  if (told.length > 0) context.complain(showLeftOpen(told, context.aside));
}
