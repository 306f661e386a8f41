import type { Command } from '../command.ts';
import { askedOutput, outputOption } from '../output-format.ts';

const formats = ['text', 'json', 'mermaid', 'dot', 'svg'] as const;

/** Follows any id from the hazardous situation to its evidence, both ways. */
export const trace: Command = {
  name: 'trace',
  summary: 'follow an id up to the hazardous situation and down to its evidence',
  usage: '<id>',
  options: [
    {
      flags: '-f, --format <format>',
      description: 'text, json, mermaid, dot, svg',
      choices: formats,
    },
    outputOption,
  ],
  examples: [
    'tureen trace R-01',
    'tureen trace pkg:pypi/numpy',
    'tureen trace TEST-PRE-001 --json',
    'tureen trace FM-NUMPY-1 -o trace.svg',
  ],
  run: async (context, [id = ''], options) => {
    const [{ trace: follow }, { showTrace }, { showOutput, writeOutput }] = await Promise.all([
      import('../../app/trace/trace.ts'),
      import('../show/records/show-trace.ts'),
      import('../write-output.ts'),
    ]);
    const { format, output } = askedOutput(context, options, formats);
    const traced = await follow(context.host, id);
    if (format === 'text') await showOutput(context, output, (look) => showTrace(traced, look.paint));
    else if (format === 'json') {
      const { traceJson } = await import('../../app/trace/trace-json.ts');
      writeOutput(context, output, await traceJson(context.host, traced));
    } else {
      const { writeTrace } = await import('../../app/trace/write-trace.ts');
      writeOutput(context, output, writeTrace(traced, format));
    }
    return 0;
  },
};
