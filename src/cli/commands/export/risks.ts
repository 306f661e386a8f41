import { UsageError } from '../../../base/errors.ts';
import type { RiskFormat } from '../../../app/risks/export-risks.ts';
import type { Command } from '../../command.ts';
import { textOption } from '../../option-values.ts';
import { tellDiagnostics } from '../../tell-diagnostics.ts';

const formats: readonly RiskFormat[] = ['csv', 'xlsx'];

/** Writes the rows of the risk file that SOUP touches, for the tool in which the whole file is kept. */
export const risks: Command = {
  name: 'risks',
  summary: 'write the rows of the risk file that SOUP touches as CSV or Excel: risks, failure modes, controls, results',
  options: [
    { flags: '-f, --format <format>', description: 'csv, xlsx; by the name of the file otherwise', choices: formats },
    { flags: '-o, --output <file>', description: 'write to a file instead of stdout; - is stdout' },
  ],
  examples: ['tureen export risks -o soup-risks.csv', 'tureen export risks -o soup-risks.xlsx'],
  run: async (context, _, options) => {
    const [{ exportRisks }, { writeOutput }] = await Promise.all([
      import('../../../app/risks/export-risks.ts'),
      import('../../write-output.ts'),
    ]);
    const output = textOption(options, 'output');
    const named = textOption(options, 'format') ?? (output?.toLowerCase().endsWith('.xlsx') === true ? 'xlsx' : 'csv');
    const format = formats.find((one) => one === named) ?? 'csv';
    if (context.json && format === 'xlsx')
      throw new UsageError('JSON holds no workbook', 'Leave --json out, or write --format csv.');
    const { content, diagnostics } = await exportRisks(context.host, format);
    if (context.json) context.print(`${JSON.stringify({ csv: content, diagnostics }, undefined, 2)}\n`);
    else writeOutput(context, output, content);
    await tellDiagnostics(context, context.host, diagnostics, 20);
    return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};
