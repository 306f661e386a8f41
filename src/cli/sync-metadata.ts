import { counted } from '../base/counted.ts';
import { UsageError } from '../base/errors.ts';
import type { MetadataSync } from '../app/sync/sync-metadata.ts';
import type { Context, ExitCode, OptionValues } from './command.ts';
import { listOption } from './option-values.ts';
import { safeText } from './safe-text.ts';
import { tellDay } from './tell-day.ts';
import { tellDiagnostics } from './tell-diagnostics.ts';

/** Asks registries for facts about components, and tells what came of it. Throws `UsageError` for options that contradict. */
export async function syncMetadataHere(context: Context, options: OptionValues): Promise<ExitCode> {
  const other = ['anomalies', 'from', 'ecosystem', 'list', 'store', 'full'].find((name) => options[name] !== undefined);
  if (options['metadata'] !== true)
    throw new UsageError('--registry and --secrets-to are for --metadata alone', 'Write them with --metadata.');
  if (other !== undefined)
    throw new UsageError(`--metadata and --${other} ask for different things`, 'Sync them one after the other.');
  const { namedPlace, syncMetadata } = await import('../app/sync/sync-metadata.ts');
  tellDay(context);
  const synced = await syncMetadata(context.host, {
    named: listOption(options, 'registry').map(namedPlace),
    trusted: listOption(options, 'secretsTo'),
    progress: (done, total, name) => {
      if (done % 50 === 0 || done === total) context.tell(safeText(`${done} of ${total}: ${name}`));
    },
  });
  await tellDiagnostics(context, context.host, synced.diagnostics);
  if (context.json) context.print(`${JSON.stringify(synced, undefined, 2)}\n`);
  else context.show(`${inBrief(synced)}\n`);
  return synced.diagnostics.length > 0 ? 1 : 0;
}

function inBrief({ file, known, unknown, kept, counts }: MetadataSync): string {
  const { requests, unchanged, bytes } = counts;
  const stood = kept === 0 ? '' : `, ${kept} stood from today`;
  const asked = `${counted(requests, 'request')}, ${unchanged} unchanged, ${(bytes / 1e6).toFixed(1)} MB`;
  return `facts of ${counted(known, 'version')}, ${unknown} unknown${stood}; ${asked}; in ${file}`;
}
