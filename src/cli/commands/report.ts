import { UsageError } from '../../base/errors.ts';
import type { Command } from '../command.ts';
import { textOption } from '../option-values.ts';
import { askedOutput } from '../output-format.ts';
import { tellDiagnostics } from '../tell-diagnostics.ts';
import { tellDay } from '../tell-day.ts';

const formats = ['html', 'pdf', 'text'] as const;

/** Makes a document that an auditor reads. */
export const report: Command = {
  name: 'report',
  summary: 'make a document: soup-list, notice, third-party-licences, source-offer',
  usage: '<name>',
  options: [
    {
      flags: '-f, --format <format>',
      description: 'html, pdf, text; by the name of the file otherwise, html where that says nothing',
      choices: formats,
    },
    { flags: '--item <id>', description: 'only what this software item holds' },
    {
      flags: '-o, --output <file>',
      description: 'the file to write, in the format that its name ends in, <name>.<format> unless said; - is stdout',
    },
  ],
  examples: [
    'tureen report soup-list',
    'tureen report soup-list -o soup-list.pdf',
    'tureen report notice --format text -o NOTICE',
    'tureen report third-party-licences --item viewer',
  ],
  run: async (context, [name = ''], options) => {
    const [{ report: make }, { writeOutput }] = await Promise.all([
      import('../../app/report.ts'),
      import('../write-output.ts'),
    ]);
    const { format, output } = askedOutput(context, options, formats);
    tellDay(context);
    const { content, extension, diagnostics } = await make(context.host, name, format, textOption(options, 'item'));
    const file = output ?? `${name}.${extension}`;
    if (context.json && file === '-')
      throw new UsageError('stdout cannot hold both the document and JSON', 'Leave out --json, or write to a file.');
    writeOutput(context, file, content);
    if (context.json) context.print(`${JSON.stringify({ report: name, format, file, diagnostics }, undefined, 2)}\n`);
    await tellDiagnostics(context, context.host, diagnostics);
    return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};
