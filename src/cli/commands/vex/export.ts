import type { Command } from '../../command.ts';
import { textOption } from '../../option-values.ts';
import { tellDay } from '../../tell-day.ts';

/** Writes what was judged about the device's vulnerabilities in a format that others read. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'write the verdicts as VEX; what has no verdict is under investigation',
  options: [
    {
      flags: '-f, --format <format>',
      description: 'cyclonedx, openvex, csaf, spdx3',
      choices: ['cyclonedx', 'openvex', 'csaf', 'spdx3'],
      fallback: 'cyclonedx',
    },
    { flags: '-o, --output <file>', description: 'write to a file instead of stdout; - is stdout' },
  ],
  examples: ['tureen vex export -o dermascan.vex.cdx.json', 'tureen vex export --format csaf -o dermascan.csaf.json'],
  run: async (context, _, options) => {
    tellDay(context);
    const [{ exportVex }, { writeOutput }] = await Promise.all([
      import('../../../app/vex/export-vex.ts'),
      import('../../write-output.ts'),
    ]);
    const { text, notes } = await exportVex(context.host, textOption(options, 'format') ?? 'cyclonedx');
    writeOutput(context, textOption(options, 'output'), text);
    for (const note of notes) context.complain(`note: ${note}`);
    return 0;
  },
};
