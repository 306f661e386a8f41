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
    const [{ exportVex }, { exportNotes }, { writeOutput }] = await Promise.all([
      import('../../../app/vex/export-vex.ts'),
      import('../../show/findings/export-notes.ts'),
      import('../../write-output.ts'),
    ]);
    const exported = await exportVex(context.host, format);
    writeOutput(context, output, exported.text);
    if (context.json && output !== undefined && output !== '-') {
      const { document, doubt, waiting, gone } = exported;
      const { id, statements } = document;
      context.print(
        `${JSON.stringify({ file: output, format, document: id, statements: statements.length, doubt, waiting, gone }, undefined, 2)}\n`,
      );
    }
    for (const note of exportNotes(exported)) context.tell(note);
    return 0;
  },
};
