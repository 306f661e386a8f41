import type { Command } from '../command.ts';
import { textOption } from '../option-values.ts';
import { tellDay } from '../tell-day.ts';

/** Asks every rule and shows what is missing, for a person or for a machine. */
export const check: Command = {
  name: 'check',
  summary: 'ask every rule of the standards at the class of each item',
  options: [
    {
      flags: '-f, --format <format>',
      description: 'text, json, sarif, junit, github, gitlab',
      choices: ['text', 'json', 'sarif', 'junit', 'github', 'gitlab'],
    },
    { flags: '-o, --output <file>', description: 'write to a file instead of stdout; - is stdout' },
    { flags: '--all', description: 'show all of each rule, not only the first ten' },
  ],
  examples: ['tureen check', 'tureen check --format sarif -o check.sarif'],
  run: async (context, _, options) => {
    const [{ check: ask }, { describeDiagnostics }, { showDiagnostics }, { showOutput, writeOutput }] =
      await Promise.all([
        import('../../app/check.ts'),
        import('../../app/describe-diagnostics.ts'),
        import('../show-diagnostics.ts'),
        import('../write-output.ts'),
      ]);
    tellDay(context);
    const { diagnostics } = await ask(context.host);
    const format = textOption(options, 'format') ?? (context.json ? 'json' : 'text');
    const output = textOption(options, 'output');
    if (format === 'text') {
      const limit = options['all'] === true ? undefined : { most: 10, rest: '--all shows them' };
      await showOutput(context, output, async (look) =>
        diagnostics.length === 0
          ? 'Nothing is missing.\n'
          : `${await showDiagnostics(context.host, diagnostics, look, limit)}\n`,
      );
    } else writeOutput(context, output, await describeDiagnostics(context.host, diagnostics, format));
    return diagnostics.some(({ severity }) => severity !== 'note') ? 1 : 0;
  },
};
