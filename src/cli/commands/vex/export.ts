import type { Command } from '../../command.ts';
import { askedOutput, outputOption } from '../../output-format.ts';
import { tellDay } from '../../tell-day.ts';

const formats = ['cyclonedx', 'openvex', 'csaf', 'spdx3'] as const;

/** Writes what was judged about the device's vulnerabilities in a format that others read. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'write the verdicts as VEX; what has no verdict is under investigation',
  options: [
    {
      flags: '-f, --format <format>',
      description:
        'cyclonedx, openvex, csaf, spdx3; by the name of the file otherwise, cyclonedx where that says nothing',
      choices: formats,
    },
    outputOption,
  ],
  examples: ['tureen vex export -o dermascan.vex.cdx.json', 'tureen vex export -o dermascan.csaf.json'],
  run: async (context, _, options) => {
    const { format, output } = askedOutput(context, options, formats);
    tellDay(context);
    const [{ exportVex }, { writeOutput }] = await Promise.all([
      import('../../../app/vex/export-vex.ts'),
      import('../../write-output.ts'),
    ]);
    const { text, notes } = await exportVex(context.host, format);
    writeOutput(context, output, text);
    for (const note of notes) context.complain(`note: ${note}`);
    return 0;
  },
};
