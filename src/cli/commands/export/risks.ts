import type { Command } from '../../command.ts';
import { textOption } from '../../option-values.ts';
import { tellDiagnostics } from '../../tell-diagnostics.ts';

/** Writes the rows of the risk file that SOUP touches, for the tool in which the whole file is kept. */
export const risks: Command = {
  name: 'risks',
  summary: 'write the rows of the risk file that SOUP touches as CSV: risks, failure modes, controls, results',
  options: [{ flags: '-o, --output <file>', description: 'write to a file instead of stdout; - is stdout' }],
  examples: ['tureen export risks -o soup-risks.csv'],
  run: async (context, _, options) => {
    const [{ exportRisks }, { writeOutput }] = await Promise.all([
      import('../../../app/risks/export-risks.ts'),
      import('../../write-output.ts'),
    ]);
    const { text, diagnostics } = await exportRisks(context.host);
    const output = textOption(options, 'output');
    if (context.json) context.print(`${JSON.stringify({ csv: text, diagnostics }, undefined, 2)}\n`);
    else writeOutput(context, output, text);
    await tellDiagnostics(context, context.host, diagnostics, 20);
    return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};
