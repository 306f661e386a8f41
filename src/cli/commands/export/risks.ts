import { UsageError } from '../../../base/errors.ts';
import type { RiskFormat } from '../../../app/risks/export-risks.ts';
import type { Command } from '../../command.ts';
import { askedOutput, outputOption } from '../../output-format.ts';
import { tellDiagnostics } from '../../tell-diagnostics.ts';

const formats = ['csv', 'xlsx'] as const satisfies readonly RiskFormat[];

/** Writes the rows of the risk file that SOUP touches, for the tool in which the whole file is kept. */
export const risks: Command = {
  name: 'risks',
  summary: 'write the rows of the risk file that SOUP touches as CSV or Excel: risks, failure modes, controls, results',
  options: [
    { flags: '-f, --format <format>', description: 'csv, xlsx; by the name of the file otherwise', choices: formats },
    outputOption,
  ],
  examples: ['tureen export risks -o soup-risks.csv', 'tureen export risks -o soup-risks.xlsx'],
  run: async (context, _, options) => {
    const [{ exportRisks }, { writeOutput }] = await Promise.all([
      import('../../../app/risks/export-risks.ts'),
      import('../../write-output.ts'),
    ]);
    const { format, output } = askedOutput(context, options, formats);
    if (context.json && format === 'xlsx')
      throw new UsageError('JSON holds no workbook', 'Leave --json out, or write --format csv.');
    const { content, diagnostics } = await exportRisks(context.host, format);
    if (context.json) context.print(`${JSON.stringify({ csv: content, diagnostics }, undefined, 2)}\n`);
    else writeOutput(context, output, content);
    await tellDiagnostics(context, context.host, diagnostics);
    return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};
