import { sourcesInBrief, type HeldEcosystem } from '../../base/anomalies/sources-in-brief.ts';
import { counted } from '../../base/counted.ts';
import { UsageError } from '../../base/errors.ts';
import type { Anew } from '../../app/sync/anew-because.ts';
import { noticesOf } from '../../base/facts-in-brief.ts';
import type { NamedDatabase } from '../../app/sync/databases/opened-database.ts';
import type { Evaluation } from '../../model/anomalies/evaluation.ts';
import type { NamedList } from '../../app/sync/sync-lists.ts';
import type { Command, Context, ExitCode, OptionValues } from '../command.ts';
import { bundleErrand } from '../bundle-errand.ts';
import { listOption } from '../option-values.ts';
import { safeText } from '../safe-text.ts';
import { showDownload } from '../show/show-download.ts';
import { storePath } from '../store-path.ts';
import { tellDiagnostics } from '../tell-diagnostics.ts';
import { tellDay } from '../tell-day.ts';

/** Fetches advisories into the local store: with `vex sync` all that talks to a network. */
export const sync: Command = {
  name: 'sync',
  summary: 'fetch advisories into the local store; with `vex sync` all that talks to a network',
  options: [
    { flags: '--from <source...>', description: 'folders or addresses in the layout of the OSV bucket' },
    {
      flags: '--ecosystem <name...>',
      description: 'OSV ecosystems to fetch, instead of those of the inventory (network), or all (folder)',
    },
    {
      flags: '--list <feed=source...>',
      description:
        'kev, epss or endoflife, and the folder, file or address that it lies at; kev as often as there are catalogues: those of CISA, VulnCheck and ENISA are read, of ENISA also at addresses that end in /kev/dump (one answer) or /api/search (asked page by page)',
    },
    {
      flags: '--anomalies [item...]',
      description: 'instead freeze what SOUP items name as anomalySources: of all items, or of these',
    },
    {
      flags: '--metadata',
      description: 'instead ask the registries that configuration and lockfiles name for facts about components',
    },
    {
      flags: '--registry <kind=address...>',
      description:
        'with --metadata: npm, pypi, cargo, conda, maven, golang …, and the registry to ask first; depsdev and clearlydefined are asked only where they are named here, and are told the names of all packages of their types',
    },
    {
      flags: '--secrets-to <host...>',
      description:
        'with --metadata: hosts that may be sent what .npmrc and other files of the repository take from the environment; those that your own configuration names may be anyway',
    },
    { flags: '--full', description: 'read all records anew, as is done once a week, not those alone that changed' },
    {
      flags: '--to-bundle <file>',
      description: 'fetch nothing: pack what the store holds for a site without a network, needs --sign-with',
    },
    { flags: '--sign-with <key>', description: 'Ed25519 private key, PEM, that signs the bundle' },
    {
      flags: '--since <bundle>',
      description: 'pack only what changed since this bundle, which the other site has; needs --trust',
    },
    {
      flags: '--bundle <file>',
      description: '--to-bundle where --sign-with is there, and --from-bundle otherwise',
    },
    { flags: '--from-bundle <file>', description: 'fetch nothing: take what a bundle holds, needs --trust' },
    { flags: '--trust <key>', description: 'Ed25519 public key, PEM, of the signer whose bundles are taken' },
    {
      flags: '--database <feed=source...>',
      description:
        'cve-list, nvd or ghsa, and the folder, file or address that it lies at; one that ends in /cves/2.0 (nvd) or /advisories (ghsa) is asked page by page, with the key in TUREEN_TOKEN_NVD or TUREEN_TOKEN_GHSA if there is one',
    },
    { flags: '--store <file>', description: 'where the store lies' },
  ],
  examples: [
    'tureen sync',
    'tureen sync --from ./osv-mirror --store advisories.sqlite',
    'tureen sync --from ./osv-mirror --list kev=./kev epss=https://epss.example --database nvd=./nvd-feeds cve-list=./cves.zip',
    'tureen sync --list kev=https://euvd.example/api/kev/dump',
    'tureen sync --database nvd=https://nvd.example/rest/json/cves/2.0 ghsa=https://ghsa.example/advisories',
    'tureen sync --from https://osv.example --ecosystem npm',
    'tureen sync --anomalies',
    'tureen sync --anomalies pkg:pypi/pydicom',
    'tureen sync --metadata',
    'tureen sync --metadata --registry npm=https://npm.example',
    'tureen sync --metadata --registry depsdev=https://deps.example clearlydefined=https://defined.example',
    'tureen sync --metadata --secrets-to npm.acme.example',
    'openssl genpkey -algorithm ed25519 -out bundle.key && openssl pkey -in bundle.key -pubout -out bundle.pub',
    'tureen sync --to-bundle today.tar --sign-with bundle.key',
    'tureen sync --to-bundle friday.tar --sign-with bundle.key --since monday.tar --trust bundle.pub',
    'tureen sync --from-bundle friday.tar --trust bundle.pub',
    'tureen sync --bundle friday.tar --trust bundle.pub',
  ],
  run: async (context, _, options) => {
    if (options['metadata'] === true || options['registry'] !== undefined || options['secretsTo'] !== undefined)
      return (await import('../sync-metadata.ts')).syncMetadataHere(context, options);
    if (options['anomalies'] !== undefined) {
      refuseBoth(options);
      return syncAnomaliesHere(context, listOption(options, 'anomalies'));
    }
    const { syncDevice } = await import('../../app/sync/sync-device.ts');
    tellDay(context);
    const bundle = bundleErrand(options);
    if (bundle !== undefined) return (await import('../sync-bundle.ts')).syncBundle(context, bundle, options);
    const folders = new Map<string, HeldEcosystem>();
    const tellFolders = () => {
      for (const line of sourcesInBrief([...folders.values()])) context.tell(safeText(line));
      folders.clear();
    };
    const { sources, lists, databases, diagnostics, anew, content } = await syncDevice(context.host, {
      from: listOption(options, 'from'),
      ecosystems: listOption(options, 'ecosystem'),
      lists: listOption(options, 'list').map(namedList),
      databases: listOption(options, 'database').map(namedDatabase),
      storePath: storePath(context, options),
      full: options['full'] === true,
      arrived: showDownload(context),
      progress: (given) => {
        if ('ecosystem' in given && !/^https?:/i.test(given.from)) {
          folders.set(`${given.from}\n${given.ecosystem}`, given);
          return;
        }
        tellFolders();
        const what = 'ecosystem' in given ? given.ecosystem : given.feed;
        const read = 'read' in given && given.read < given.records ? `, ${given.read} of them read now` : '';
        context.tell(safeText(`${what}: ${counted(given.records, 'record')} from ${given.from}${read}`));
      },
    });
    tellFolders();
    if (anew !== undefined && anew !== 'asked') context.tell(`all was read anew: ${reasons[anew]}`);
    await tellDiagnostics(context, context.host, diagnostics, '--full --json shows them');
    for (const notice of noticesOf({ databases })) context.tell(notice);
    if (context.json)
      context.print(
        `${JSON.stringify({ data: content, anew, sources, lists, databases, diagnostics }, undefined, 2)}\n`,
      );
    else if (content.kind === 'filled')
      context.show(`${counted(recordsIn(content), 'record')}, fetched ${content.fetched}, ${content.hash}\n`);
    context.tell('next: `tureen evaluate` matches the inventory with them');
    return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

/** All records of a store: what a database says of ecosystems is counted with it. */
function recordsIn({ sources, databases = [] }: Evaluation['data']): number {
  const own = sources.filter((one) => !databases.some(({ feed, from }) => feed === one.feed && from === one.from));
  return [...own, ...databases].reduce((sum, { records }) => sum + records, 0);
}

/** Lists of anomalies come from what the records name; what else is asked for would silently not be done. */
function refuseBoth(options: OptionValues): void {
  const other = ['from', 'ecosystem', 'list', 'database', 'full', 'bundle', 'toBundle', 'fromBundle', 'store'].find(
    (name) => options[name] !== undefined,
  );
  if (other === undefined) return;
  throw new UsageError(
    `--anomalies and --${other} ask for different things`,
    'Sync advisories and anomalies one after the other.',
  );
}

async function syncAnomaliesHere(context: Context, items: readonly string[]): Promise<ExitCode> {
  const [{ syncAnomalies }, { showAnomalySync }] = await Promise.all([
    import('../../app/sync/sync-anomalies.ts'),
    import('../show/findings/show-anomaly-sync.ts'),
  ]);
  tellDay(context);
  const synced = await syncAnomalies(context.host, items, (frozen) =>
    context.tell(safeText(`fetched ${frozen.list.soup}`)),
  );
  await tellDiagnostics(context, context.host, synced.diagnostics);
  if (context.json) context.print(`${JSON.stringify(synced, undefined, 2)}\n`);
  else context.show(showAnomalySync(synced, context.paint));
  return synced.failed.length > 0 ? 2 : 0;
}
const reasons: Readonly<Record<Exclude<Anew, 'asked'>, string>> = {
  'no store': 'there was no store, or none that this Tureen can read',
  'a week old': 'once a week, for what the sources took back',
  'named otherwise': 'the store held a source, ecosystem, list or database that is named no longer, or from elsewhere',
  databases: 'a database that lies in a folder of single files is read whole',
  unsure: 'the sources disagree about a record that one of them took back',
};

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
