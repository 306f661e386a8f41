import type { Command } from '../../command.ts';
import { textOption } from '../../option-values.ts';
import { formatOf, outputOption } from '../../output-format.ts';
import { tellDiagnostics } from '../../tell-diagnostics.ts';

/** As `conversionFormats` of the use case, which is not loaded for the help. */
const formats = [
  'cyclonedx-json',
  'cyclonedx-xml',
  'spdx-json',
  'spdx-tag-value',
  'spdx-yaml',
  'spdx-rdf',
  'spdx3-json',
] as const;

/** Writes an SBOM of anybody as another version of its format, and keeps what nobody knows in it. */
export const convert: Command = {
  name: 'convert',
  summary: 'write an SBOM as another version of its format; unknown fields are kept',
  usage: '<file>',
  options: [
    {
      flags: '-f, --format <format>',
      description: `${formats.join(', ')}; the one that the file has already`,
      choices: formats,
    },
    { flags: '--spec <version>', description: 'version of the specification, from that of the file on' },
    outputOption,
  ],
  examples: [
    'tureen sbom convert supplier.cdx.json --spec 1.7 -o supplier-1.7.cdx.json',
    'tureen sbom convert bom.xml --spec 1.6',
  ],
  run: async (context, [file = ''], options) => {
    const [{ convertSbom }, { writeOutput }] = await Promise.all([
      import('../../../app/sbom/convert-sbom.ts'),
      import('../../write-output.ts'),
    ]);
    const output = textOption(options, 'output');
    const { text, format, diagnostics, notes } = await convertSbom(context.host, {
      file,
      format: textOption(options, 'format'),
      spec: textOption(options, 'spec'),
    });
    if (text !== undefined) {
      formatOf(output, format, formats);
      writeOutput(context, output, text);
    }
    for (const note of notes) context.complain(`note: ${note}`);
    await tellDiagnostics(context, context.host, diagnostics);
    return text === undefined ? 2 : diagnostics.length > 0 ? 1 : 0;
  },
};
