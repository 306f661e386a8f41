import type { Command } from '../command.ts';
import { textOption } from '../option-values.ts';

/** Makes a document that an auditor reads. */
export const report: Command = {
  name: 'report',
  summary: 'make a document: soup-list',
  usage: '<name>',
  options: [
    { flags: '-f, --format <format>', description: 'html, pdf', choices: ['html', 'pdf'], fallback: 'html' },
    { flags: '-o, --output <file>', description: 'the file to write, <name>.<format> unless said; - is stdout' },
  ],
  examples: ['tureen report soup-list', 'tureen report soup-list --format pdf -o soup-list.pdf'],
  run: async (context, [name = ''], options) => {
    const [{ report: make }, { writeOutput }] = await Promise.all([
      import('../../app/report.ts'),
      import('../write-output.ts'),
    ]);
    const { content, extension } = await make(context.host, name, textOption(options, 'format') ?? 'html');
    writeOutput(context, textOption(options, 'output') ?? `${name}.${extension}`, content);
    return 0;
  },
};
