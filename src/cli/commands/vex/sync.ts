import type { Command } from '../../command.ts';
import { tellDiagnostics } from '../../tell-diagnostics.ts';

/** Takes from a VEX repository or a CSAF provider what speaks of packages of the inventory. */
export const sync: Command = {
  name: 'sync',
  summary: 'import from a VEX repository or CSAF provider what speaks of the inventory',
  usage: '<source>',
  options: [],
  examples: ['tureen vex sync ../vexhub', 'tureen vex sync https://supplier.example'],
  run: async (context, [from = '']) => {
    const { syncVex } = await import('../../../app/sync/sync-vex.ts');
    const { feed, listed, imported, left } = await syncVex(context.host, from);
    const rows = imported.map((one) => ({ from: one.from, file: one.file, known: one.known }));
    if (context.json) context.print(`${JSON.stringify({ feed, listed, imported: rows, left }, undefined, 2)}\n`);
    else {
      for (const { from: path, file, known } of rows)
        context.show(`${file === undefined ? 'refused' : known ? 'was here already' : 'wrote'}: ${file ?? path}\n`);
      context.show(`${feed}: ${listed} documents listed, ${rows.length} speak of the inventory\n`);
    }
    for (const one of left) context.complain(`left: ${one}`);
    const diagnostics = imported.flatMap((one) => one.diagnostics);
    await tellDiagnostics(context, context.host, diagnostics, 20);
    return left.length + diagnostics.length > 0 ? 1 : 0;
  },
};
