import type { Command } from '../../command.ts';
import { tellDiagnostics } from '../../tell-diagnostics.ts';

/** Lists what others state about the device's findings, and what of it is about none. */
export const list: Command = {
  name: 'list',
  summary: 'list what VEX of others states: what met a finding, and what met nothing with the reason',
  options: [{ flags: '--all', description: 'every finding and every statement that met nothing by its name' }],
  examples: ['tureen vex list', 'tureen vex list --json'],
  run: async (context, _, options) => {
    const [{ evidenceAsJson, listVex }, { showVex }] = await Promise.all([
      import('../../../app/vex/list-vex.ts'),
      import('../../show/findings/show-vex.ts'),
    ]);
    const { evidence, diagnostics } = await listVex(context.host);
    if (context.json)
      context.print(`${JSON.stringify({ documents: evidenceAsJson(evidence), diagnostics }, undefined, 2)}\n`);
    else
      context.show(
        showVex(evidence, { paint: context.paint, all: options['all'] === true, rest: 'all of it: --all, or --json' }),
      );
    await tellDiagnostics(context, context.host, diagnostics);
    return diagnostics.length > 0 ? 1 : 0;
  },
};
