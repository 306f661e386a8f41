import type { AnomalyJudgement } from '../../app/anomalies/judge-anomalies.ts';
import type { ItemAnomalyList } from '../../app/anomalies/list-anomalies.ts';
import type { WrittenDisposition } from '../../app/anomalies/open-item.ts';
import type { AnomalySelection } from '../../app/anomalies/pick-anomalies.ts';
import { counted } from '../../base/counted.ts';
import { UsageError } from '../../base/errors.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { answers } from '../../model/anomalies/disposition.ts';
import type { Command, Context, ExitCode, OptionValues } from '../command.ts';
import { listOption, textOption } from '../option-values.ts';
import { tellDay } from '../tell-day.ts';

/** Lists published anomalies of SOUP items, and writes what a person judges about them. */
export const anomalies: Command = {
  name: 'anomalies',
  summary: 'list published anomalies of SOUP items, and judge them',
  usage: '[item...]',
  options: [
    { flags: '--open', description: 'only those that wait for a disposition' },
    { flags: '--all', description: 'also those that do not concern the version in use' },
    { flags: '--answer <answer>', description: `judge: ${answers.join(', ')}`, choices: answers },
    { flags: '--entry <id...>', description: 'the entries that are judged, or confirmed, each by its id' },
    {
      flags: '--label <label...>',
      description: 'instead of entries: a class of them, by labels as the list has them now',
    },
    { flags: '--word <word...>', description: 'instead of entries: a class of them, by words of their titles' },
    {
      flags: '--fixed-in <range>',
      description: 'instead of entries: a class of them, mended in versions of this range, as VERS',
    },
    {
      flags: '--confirm',
      description: 'say again what was judged before, of what says the same as then, or of what is named',
    },
    {
      flags: '--bind',
      description: 'write into classes that are known by their day alone which entries they hold for; judges nothing',
    },
    { flags: '--reason <text>', description: 'why, in words that an auditor can follow' },
    { flags: '--failure-mode <id...>', description: 'failure modes of the item that it can lead to' },
    { flags: '--risk <id...>', description: 'entries of the risk file that it can lead to' },
    { flags: '--control <id...>', description: 'controls that hold against it' },
    { flags: '--draw', description: 'state the sample that the plan in tureen.yaml draws' },
    { flags: '--by <person>', description: 'who judges or draws: an id of people in tureen.yaml' },
  ],
  examples: [
    'tureen anomalies',
    'tureen anomalies pkg:pypi/pydicom --open',
    'tureen anomalies pydicom --answer not-applicable --label writing --reason "We write no objects" --by ada',
    'tureen anomalies pydicom --answer hazard --entry "issue 12" --failure-mode FM-1 --reason "A wrong scale" --by ada',
    'tureen anomalies pydicom --confirm --by ada',
    'tureen anomalies pydicom --draw --by ada',
  ],
  run: async (context, words, options) => {
    const { listAnomalies } = await import('../../app/anomalies/list-anomalies.ts');
    if (writing.some((key) => options[key] !== undefined && options[key] !== false))
      return write(context, words, options);
    const items = await listAnomalies(context.host, words);
    const shown = options['all'] === true ? 'all' : options['open'] === true ? 'open' : 'relevant';
    if (context.json) context.print(`${JSON.stringify({ items }, undefined, 2)}\n`);
    else context.show((await import('../show/findings/show-anomalies.ts')).showAnomalies(items, shown, context.paint));
    if (items.length === 0) context.tell('no SOUP item has a record yet: `tureen draft <package>` begins one');
    const waiting = items.find(({ entries }) =>
      entries.some(({ standing }) => standing.kind === 'open' || standing.kind === 'again'),
    );
    if (waiting === undefined) {
      const unasked = items.find(({ state }) => state.next !== undefined);
      if (unasked !== undefined) context.tell(`next: ${unasked.soup}: ${unasked.state.next}`);
      return 0;
    }
    context.tell(nextFor(waiting));
    return 1;
  },
};

const writing = ['answer', 'draw', 'confirm', 'bind'] as const;

/** What was judged before is confirmed at once; what nobody has judged is judged one by one, or as a class. */
function nextFor({ soup, entries }: ItemAnomalyList): string {
  return entries.some(({ standing }) => standing.kind === 'again')
    ? `next: look at what has changed, then say again what still holds with \`tureen anomalies ${soup} --confirm --by <person>\``
    : `next: judge each with \`tureen anomalies ${soup} --entry <id> --answer <answer> --reason <text> --by <person>\`, or a class of them with --label, --word or --fixed-in in place of --entry`;
}

async function write(context: Context, words: readonly string[], options: OptionValues): Promise<ExitCode> {
  tellDay(context);
  const [name] = words;
  const [meant, ...more] = writing.filter((key) => options[key] !== undefined && options[key] !== false);
  if (meant === undefined || more.length > 0)
    throw new UsageError(`--${meant} and --${more.join(', --')} exclude one another`, 'Take one after the other.');
  if (name === undefined || words.length > 1)
    throw new UsageError('it is not said which item is meant', 'Name one SOUP item, such as pkg:pypi/pydicom.');
  const { open, ...written } = await writeAs(meant, context, name, options);
  await tell(context, written, open);
  const { left = [] } = written;
  if (left.length > 0)
    context.tell(
      `${counted(left.length, 'entry says', 'entries say')} something else than when judged, and nobody confirmed that: see \`tureen anomalies ${name} --open\`, and name what still holds\n`,
    );
  return 0;
}

/** What was written, and what it leaves open, in the words of the check. */
async function tell(context: Context, written: WrittenDisposition, open: readonly Diagnostic[] = []): Promise<void> {
  if (context.json) {
    const { locateDiagnostics } = await import('../../app/check/locate-diagnostics.ts');
    const answer = { written, open: await locateDiagnostics(context.host, open) };
    context.print(`${JSON.stringify(answer, undefined, 2)}\n`);
    return;
  }
  context.show(`wrote ${written.file}: ${counted(written.entries, 'entry', 'entries')} of the list\n`);
  const told = context.quiet ? open.filter(({ severity }) => severity === 'error') : open;
  if (told.length === 0) return;
  const { showLeftOpen } = await import('../show/findings/show-judged.ts');
  context.complain(showLeftOpen(told, context.aside, 'the disposition'));
}

async function writeAs(
  meant: (typeof writing)[number],
  { host }: Context,
  name: string,
  options: OptionValues,
): Promise<WrittenDisposition & { readonly left?: readonly string[]; readonly open?: readonly Diagnostic[] }> {
  if (meant === 'bind') return (await import('../../app/anomalies/bind-classes.ts')).bindClasses(host, name);
  const by = needed(options, 'by');
  if (meant === 'draw') return (await import('../../app/anomalies/state-sample.ts')).stateSample(host, name, by);
  if (meant === 'answer')
    return (await import('../../app/anomalies/judge-anomalies.ts')).judgeAnomalies(host, name, judgementOf(options));
  const { confirmAnomalies } = await import('../../app/anomalies/confirm-anomalies.ts');
  return confirmAnomalies(host, name, { ...selectionOf(options), by });
}

function selectionOf(options: OptionValues): AnomalySelection {
  const [entries, labels, words] = (['entry', 'label', 'word'] as const).map((key) => listOption(options, key));
  return { entries: entries ?? [], labels: labels ?? [], words: words ?? [], fixedIn: textOption(options, 'fixedIn') };
}

function judgementOf(options: OptionValues): AnomalyJudgement {
  const answer = answers.find((one) => one === textOption(options, 'answer'));
  if (answer === undefined)
    throw new UsageError('the disposition has no answer', `Add --answer: ${answers.join(', ')}.`);
  return {
    ...selectionOf(options),
    answer,
    reason: needed(options, 'reason'),
    failureModes: [...listOption(options, 'failureMode')],
    risks: [...listOption(options, 'risk')],
    controls: [...listOption(options, 'control')],
    by: needed(options, 'by'),
  };
}

function needed(options: OptionValues, name: string): string {
  const value = textOption(options, name);
  if (value === undefined) throw new UsageError(`the disposition has no ${name}`, `Add --${name}; nothing is assumed.`);
  return value;
}
