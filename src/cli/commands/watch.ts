import type { Watched } from '../../app/releases/watch.ts';
import type { FieldFinding } from '../../model/releases/field.ts';
import type { Command, Context, OptionValues } from '../command.ts';
import { askedOutput, outputOption, type AskedOutput } from '../output-format.ts';
import { storePath } from '../store-path.ts';
import { tellDay } from '../tell-day.ts';
import { tellDiagnostics } from '../tell-diagnostics.ts';

const formats = ['text', 'json', 'markdown'] as const;

type Asked = AskedOutput<(typeof formats)[number]>;

/** Evaluates every supported release against today's advisories. */
export const watch: Command = {
  name: 'watch',
  summary: 'evaluate every release that is supported against today’s advisories',
  options: [
    { flags: '--store <file>', description: 'where the store lies' },
    {
      flags: '-f, --format <format>',
      description: 'text, json, markdown',
      choices: formats,
    },
    outputOption,
    { flags: '--new', description: 'show as text only what is new for the field' },
    { flags: '--all', description: 'show as text all of it, not only the first ten defects, and what is judged, too' },
  ],
  examples: [
    'tureen watch',
    'tureen watch --new',
    'tureen watch --json --store advisories.sqlite',
    'tureen watch -o field.md',
  ],
  run: async (context, _, options) => {
    const asked = askedOutput(context, options, formats);
    const { watch: evaluate } = await import('../../app/releases/watch.ts');
    tellDay(context);
    const watched = await evaluate(context.host, storePath(context, options));
    await tellDiagnostics(context, context.host, watched.diagnostics);
    await write(context, watched, options, asked);
    const waiting = watched.field.releases.some((one) => one.waiting > 0);
    return watched.complete && !waiting ? 0 : 1;
  },
};

async function write(context: Context, watched: Watched, options: OptionValues, { format, output }: Asked) {
  const { showOutput, writeOutput } = await import('../write-output.ts');
  if (format === 'json' || format === 'markdown') {
    const { describeField } = await import('../../app/releases/describe-field.ts');
    writeOutput(context, output, describeField(watched, format));
    return;
  }
  const { showField } = await import('../show/findings/show-field.ts');
  const isAll = options['all'] === true;
  const isShown = ({ standing, news }: FieldFinding) =>
    options['new'] === true ? news === 'new' : isAll || standing.kind !== 'judged';
  await showOutput(context, output, ({ paint }) => showField(watched, { isShown, isAll }, paint));
}
