import type { Command } from '../../command.ts';
import { listOption } from '../../option-values.ts';
import { askedOutput, outputOption } from '../../output-format.ts';
import { tellDiagnostics } from '../../tell-diagnostics.ts';

const formats = ['text', 'json', 'sarif', 'github'] as const;

/** Asks whether an SBOM of anybody says what the published profiles want. */
export const check: Command = {
  name: 'check',
  summary: 'ask whether an SBOM says what CISA, NTIA, BSI or FDA want, with the place and the way to fix each gap',
  usage: '<file>',
  options: [
    {
      flags: '-p, --profile <name>',
      description: 'ntia-2021, bsi-2.1, fda-2026, cisa-2026; may be given several times; cisa-2026 when nobody says',
      repeatable: true,
    },
    {
      flags: '-f, --format <format>',
      description: 'text, json, sarif, github',
      choices: formats,
    },
    outputOption,
    { flags: '--all', description: 'show every gap, not only the first five of each requirement' },
  ],
  examples: [
    'tureen sbom check sbom.cdx.json',
    'tureen sbom check supplier.spdx.json --profile fda-2026 --profile bsi-2.1',
    'tureen sbom check sbom.cdx.json -o sbom.sarif',
  ],
  run: async (context, [file = ''], options) => {
    const [{ checkSbom, gapDiagnostics, requirementSummaries }, { showOutput, writeOutput }] = await Promise.all([
      import('../../../app/sbom/check-sbom.ts'),
      import('../../write-output.ts'),
    ]);
    const { format, output } = askedOutput(context, options, formats);
    const checked = await checkSbom(context.host, file, listOption(options, 'profile'));
    const { document, diagnostics, complete } = checked;
    if (format === 'json')
      writeOutput(context, output, (await import('../../../app/sbom/sbom-check-json.ts')).sbomCheckJson(file, checked));
    else if (format === 'text') {
      const { showSbomCheck } = await import('../../show/check/show-sbom-check.ts');
      const most = options['all'] === true ? Number.POSITIVE_INFINITY : 5;
      if (document !== undefined) await showOutput(context, output, (look) => showSbomCheck(file, checked, most, look));
    } else {
      const { describeDiagnostics } = await import('../../../app/check/describe-diagnostics.ts');
      const all = [...diagnostics, ...gapDiagnostics(checked)];
      writeOutput(
        context,
        output,
        await describeDiagnostics(context.host, all, format, { asked: requirementSummaries(checked) }),
      );
    }
    await tellDiagnostics(context, context.host, diagnostics);
    return document === undefined ? 2 : complete ? 0 : 1;
  },
};
