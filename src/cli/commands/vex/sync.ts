import { counted } from '../../../base/counted.ts';
import { UsageError } from '../../../base/errors.ts';
import type { Command } from '../../command.ts';
import { showDownload } from '../../show/show-download.ts';
import { textOption } from '../../option-values.ts';
import { tellDiagnostics } from '../../tell-diagnostics.ts';

/** Takes from a VEX repository or a CSAF provider what speaks of packages of the inventory. */
export const sync: Command = {
  name: 'sync',
  summary: 'import from a VEX repository or CSAF provider what speaks of the inventory',
  usage: '<source>',
  options: [
    {
      flags: '--since <day>',
      description: 'leave out what the source says did not change from this day on, YYYY-MM-DD',
    },
    {
      flags: '--full',
      description:
        'ask for the archive of a VEX repository even within the time that its manifest gives it, which is 7 days at most',
    },
  ],
  examples: [
    'tureen vex sync ../vexhub',
    'tureen vex sync https://vexhub.example',
    'tureen vex sync https://supplier.example',
    'tureen vex sync https://supplier.example/csaf/provider-metadata.json --since 2026-11-01',
  ],
  run: async (context, [from = ''], options) => {
    const since = textOption(options, 'since');
    if (since !== undefined && !/^\d{4}-\d\d-\d\d$/.test(since))
      throw new UsageError(`"${since}" is no day`, 'Write it as YYYY-MM-DD.');
    const [{ syncVex }, { longestKept }] = await Promise.all([
      import('../../../app/sync/vex/sync-vex.ts'),
      import('../../../app/sync/vex/find-archive.ts'),
    ]);
    const { feed, listed, unchanged, imported, left, archiveOf } = await syncVex(context.host, from, {
      since,
      again: options['full'] === true,
      arrived: showDownload(context),
      progress: (done, all) => context.tell(`looked at ${done} of ${counted(all, 'document')}`),
    });
    const rows = imported.map((one) => ({ from: one.from, file: one.file, known: one.known }));
    if (context.json)
      context.print(`${JSON.stringify({ feed, listed, unchanged, imported: rows, left, archiveOf }, undefined, 2)}\n`);
    else {
      for (const { from: path, file, known } of rows)
        context.show(`${file === undefined ? 'refused' : known ? 'was here already' : 'wrote'}: ${file ?? path}\n`);
      const skipped = unchanged === 0 ? '' : `, ${unchanged} unchanged since ${since}`;
      context.show(`${feed}: ${listed} documents listed${skipped}, ${rows.length} speak of the inventory\n`);
    }
    for (const one of left) context.complain(`left: ${one}`);
    if (archiveOf !== undefined)
      context.tell(
        `its archive of ${archiveOf.toISOString()} still holds, by the word of its publisher and for ${longestKept} days at most; --full asks for it again`,
      );
    const signatures = imported.flatMap(({ record }) => record?.signature ?? []);
    const failed = signatures.filter(({ state }) => state === 'failed');
    for (const { how } of failed) context.complain(`not signed as it says: ${how}`);
    for (const { state, how } of signatures)
      if (state === 'not-checked') context.complain(`its signature was not checked: ${how}`);
    const diagnostics = imported.flatMap((one) => one.diagnostics);
    await tellDiagnostics(context, context.host, diagnostics);
    return left.length + failed.length + diagnostics.length > 0 ? 1 : 0;
  },
};
