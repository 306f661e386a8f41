import type { AnomalyJudgement } from '../../app/anomalies/judge-anomalies.ts';
import { UsageError } from '../../base/errors.ts';
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
    { flags: '--entry <id...>', description: 'the entries that are judged' },
    {
      flags: '--label <label...>',
      description: 'instead of entries: a class of them, by labels as the list has them now',
    },
    { flags: '--word <word...>', description: 'instead of entries: a class of them, by words of their titles' },
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
    'tureen anomalies pydicom --draw --by ada',
  ],
  run: async (context, words, options) => {
    const { listAnomalies } = await import('../../app/anomalies/list-anomalies.ts');
    if (options['answer'] !== undefined || options['draw'] === true) return write(context, words, options);
    const items = await listAnomalies(context.host, words);
    const shown = options['all'] === true ? 'all' : options['open'] === true ? 'open' : 'relevant';
    if (context.json) context.print(`${JSON.stringify({ items }, undefined, 2)}\n`);
    else context.show((await import('../show/findings/show-anomalies.ts')).showAnomalies(items, shown, context.paint));
    const waiting = items.find(({ entries }) =>
      entries.some(({ standing }) => standing.kind === 'open' || standing.kind === 'again'),
    );
    if (waiting === undefined) return 0;
    context.tell(
      `next: judge each with \`tureen anomalies ${waiting.soup} --entry <id> --answer <answer> --reason <text> --by <person>\``,
    );
    return 1;
  },
};

async function write(context: Context, words: readonly string[], options: OptionValues): Promise<ExitCode> {
  const { judgeAnomalies, stateSample } = await import('../../app/anomalies/judge-anomalies.ts');
  tellDay(context);
  const [name] = words;
  if (name === undefined || words.length > 1)
    throw new UsageError('it is not said which item is meant', 'Name one SOUP item, such as pkg:pypi/pydicom.');
  const written =
    options['draw'] === true
      ? await stateSample(context.host, name, needed(options, 'by'))
      : await judgeAnomalies(context.host, name, judgementOf(options));
  if (context.json) context.print(`${JSON.stringify({ written }, undefined, 2)}\n`);
  else context.show(`wrote ${written.file}\n`);
  return 0;
}

function judgementOf(options: OptionValues): AnomalyJudgement {
  const [entries, labels, words] = (['entry', 'label', 'word'] as const).map((key) => listOption(options, key));
  const answer = answers.find((one) => one === textOption(options, 'answer'));
  if (answer === undefined)
    throw new UsageError('the disposition has no answer', `Add --answer: ${answers.join(', ')}.`);
  return {
    entries: entries ?? [],
    labels: labels ?? [],
    words: words ?? [],
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
