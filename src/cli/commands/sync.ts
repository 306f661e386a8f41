import { counted } from '../../base/counted.ts';
import type { Command } from '../command.ts';
import { listOption } from '../option-values.ts';
import { safeText } from '../safe-text.ts';
import { storePath } from '../store-path.ts';
import { tellDiagnostics } from '../tell-diagnostics.ts';
import { tellDay } from '../tell-day.ts';

/** Fetches advisories into the local store: the only command that talks to a network. */
export const sync: Command = {
  name: 'sync',
  summary: 'fetch advisories into the local store; the only command that talks to a network',
  options: [
    { flags: '--from <source...>', description: 'folders or addresses in the layout of the OSV bucket' },
    { flags: '--ecosystem <name...>', description: 'OSV ecosystems to fetch, instead of those of the inventory' },
    { flags: '--store <file>', description: 'where the store lies' },
  ],
  examples: [
    'tureen sync',
    'tureen sync --from ./osv-mirror --store advisories.sqlite',
    'tureen sync --from https://osv.example --ecosystem npm',
  ],
  run: async (context, _, options) => {
    const { syncDevice } = await import('../../app/sync-device.ts');
    tellDay(context);
    const { sources, diagnostics, content } = await syncDevice(context.host, {
      from: listOption(options, 'from'),
      ecosystems: listOption(options, 'ecosystem'),
      storePath: storePath(context, options),
      progress: ({ ecosystem, records, from }) =>
        context.tell(safeText(`${ecosystem}: ${counted(records, 'record')} from ${from}`)),
    });
    await tellDiagnostics(context, context.host, diagnostics);
    const total = sources.reduce((sum, { records }) => sum + records, 0);
    if (context.json) context.print(`${JSON.stringify({ data: content, sources, diagnostics }, undefined, 2)}\n`);
    else if (content.kind === 'filled')
      context.show(`${counted(total, 'record')}, fetched ${content.fetched}, ${content.hash}\n`);
    return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};
