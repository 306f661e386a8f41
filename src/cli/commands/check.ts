import { counted } from '../../base/counted.ts';
import type { Checked } from '../../app/check/check.ts';
import type { PackName } from '../../model/records/policy.ts';
import type { Command, Context, OptionValues } from '../command.ts';
import { textOption } from '../option-values.ts';
import { askedOutput, outputOption } from '../output-format.ts';
import { tellDay } from '../tell-day.ts';

const formats = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab'] as const;
const packNames: readonly PackName[] = ['standard', 'notified-body', 'fda'];

/** Asks every rule and shows what is missing, for a person or for a machine. */
export const check: Command = {
  name: 'check',
  summary: 'ask every rule of the standards at the class of each item',
  options: [
    {
      flags: '-f, --format <format>',
      description: 'text, json, sarif, junit, github, gitlab',
      choices: formats,
    },
    outputOption,
    { flags: '--all', description: 'show all of each rule, not only the first ten' },
    {
      flags: '--pack <name>',
      description: 'ask the rules of one policy pack: standard, notified-body, fda',
      choices: packNames,
    },
    { flags: '--baseline', description: 'count only what soup/check-baseline.json does not know' },
    {
      flags: '--write-baseline',
      description: 'write soup/check-baseline.json with all that is wrong; an earlier one only loses what is solved',
    },
  ],
  examples: ['tureen check', 'tureen check -o check.sarif', 'tureen check --write-baseline', 'tureen check --baseline'],
  run: async (context, _, options) => {
    const [{ check: ask }, { describeDiagnostics }, { showOutput, writeOutput }] = await Promise.all([
      import('../../app/check/check.ts'),
      import('../../app/check/describe-diagnostics.ts'),
      import('../write-output.ts'),
    ]);
    const { format, output } = askedOutput(context, options, formats);
    tellDay(context);
    const checked = await ask(context.host, packOption(options));
    const { diagnostics: all, waived } = checked;
    if (options['writeBaseline'] === true) await tellBaseline(context, checked);
    const isMeasured = options['baseline'] === true || options['writeBaseline'] === true;
    const {
      fresh: diagnostics,
      known = [],
      solved = [],
    } = isMeasured ? await measure(context, checked) : { fresh: all };
    if (format === 'text') {
      const { showCheck } = await import('../show/check/show-check.ts');
      const result = { diagnostics, waived, known, solved, isWhole: !isMeasured };
      await showOutput(context, output, (look) => showCheck(context.host, result, look, options['all'] === true));
    } else writeOutput(context, output, await describeDiagnostics(context.host, diagnostics, format, { waived }));
    return diagnostics.some(({ severity }) => severity !== 'note') ? 1 : 0;
  },
};

/** commander has refused every other name. */
function packOption(options: OptionValues): PackName | undefined {
  const name = textOption(options, 'pack');
  return packNames.find((one) => one === name);
}

async function measure({ host }: Context, checked: Checked) {
  const { measureAgainstBaseline } = await import('../../app/check/check-baseline.ts');
  return measureAgainstBaseline(host, checked);
}

async function tellBaseline({ host, tell }: Context, checked: Checked): Promise<void> {
  const { writeBaseline } = await import('../../app/check/check-baseline.ts');
  const { file, known, before } = await writeBaseline(host, checked);
  tell(`wrote ${file}: it knows ${counted(known, 'problem')}${before === undefined ? '' : `, ${before} before`}`);
}
