import { counted } from '../../base/counted.ts';
import { UsageError } from '../../base/errors.ts';
import { noticesOf } from '../../base/facts-in-brief.ts';
import type { NamedDatabase } from '../../app/sync/sync-databases.ts';
import type { NamedList } from '../../app/sync/sync-lists.ts';
import type { Command, Context, ExitCode, OptionValues } from '../command.ts';
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
    {
      flags: '--list <feed=source...>',
      description: 'kev, epss or endoflife, and the folder, file or address that it lies at',
    },
    {
      flags: '--anomalies [item...]',
      description: 'instead freeze what SOUP items name as anomalySources: of all items, or of these',
    },
    {
      flags: '--database <feed=source...>',
      description: 'cve-list, nvd or ghsa, and the folder, file or address that it lies at',
    },
    { flags: '--store <file>', description: 'where the store lies' },
  ],
  examples: [
    'tureen sync',
    'tureen sync --from ./osv-mirror --store advisories.sqlite',
    'tureen sync --list kev=./kev epss=https://epss.example',
    'tureen sync --database nvd=./nvd-feeds cve-list=./cves.zip',
    'tureen sync --from https://osv.example --ecosystem npm',
    'tureen sync --anomalies',
    'tureen sync --anomalies pkg:pypi/pydicom',
  ],
  run: async (context, _, options) => {
    if (options['anomalies'] !== undefined) {
      refuseBoth(options);
      return syncAnomaliesHere(context, listOption(options, 'anomalies'));
    }
    const { syncDevice } = await import('../../app/sync/sync-device.ts');
    tellDay(context);
    const { sources, lists, databases, diagnostics, content } = await syncDevice(context.host, {
      from: listOption(options, 'from'),
      ecosystems: listOption(options, 'ecosystem'),
      lists: listOption(options, 'list').map(namedList),
      databases: listOption(options, 'database').map(namedDatabase),
      storePath: storePath(context, options),
      progress: (given) => {
        const what = 'ecosystem' in given ? given.ecosystem : given.feed;
        context.tell(safeText(`${what}: ${counted(given.records, 'record')} from ${given.from}`));
      },
    });
    await tellDiagnostics(context, context.host, diagnostics);
    for (const notice of noticesOf({ databases })) context.tell(notice);
    const total = [...sources, ...databases].reduce((sum, { records }) => sum + records, 0);
    if (context.json)
      context.print(`${JSON.stringify({ data: content, sources, lists, databases, diagnostics }, undefined, 2)}\n`);
    else if (content.kind === 'filled')
      context.show(`${counted(total, 'record')}, fetched ${content.fetched}, ${content.hash}\n`);
    return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

/** Lists of anomalies come from what the records name; what else is asked for would silently not be done. */
function refuseBoth(options: OptionValues): void {
  const other = ['from', 'ecosystem', 'list', 'store'].find((name) => options[name] !== undefined);
  if (other === undefined) return;
  throw new UsageError(
    `--anomalies and --${other} ask for different things`,
    'Sync advisories and anomalies one after the other.',
  );
}

async function syncAnomaliesHere(context: Context, items: readonly string[]): Promise<ExitCode> {
  const [{ syncAnomalies }, { frozenInBrief, showAnomalySync }] = await Promise.all([
    import('../../app/sync/sync-anomalies.ts'),
    import('../show-anomaly-sync.ts'),
  ]);
  tellDay(context);
  const synced = await syncAnomalies(context.host, items, (frozen) =>
    context.tell(safeText(`${frozen.list.soup}: ${frozenInBrief(frozen)}`)),
  );
  await tellDiagnostics(context, context.host, synced.diagnostics);
  if (context.json) context.print(`${JSON.stringify(synced, undefined, 2)}\n`);
  else context.show(showAnomalySync(synced, context.paint));
  return synced.failed.length > 0 ? 2 : 0;
}

function namedList(words: string): NamedList {
  const [, feed, from] = /^(kev|epss|endoflife)=(.+)$/s.exec(words) ?? [];
  if (from !== undefined && (feed === 'kev' || feed === 'epss' || feed === 'endoflife')) return { feed, from };
  throw new UsageError(`"${words}" names no list`, 'Write it as kev=<source>, epss=<source> or endoflife=<source>.');
}

function namedDatabase(words: string): NamedDatabase {
  const [, feed, from] = /^(cve-list|nvd|ghsa)=(.+)$/s.exec(words) ?? [];
  if (from !== undefined && (feed === 'cve-list' || feed === 'nvd' || feed === 'ghsa')) return { feed, from };
  throw new UsageError(`"${words}" names no database`, 'Write it as cve-list=<source>, nvd=<source> or ghsa=<source>.');
}
