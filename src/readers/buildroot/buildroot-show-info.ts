import { z } from 'zod';
import { entryProblem, syntaxProblem, unreadable } from '../../base/reading.ts';
import { quote } from '../../base/quote.ts';
import { openJson } from '../../base/formats/json/open-json.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { buildrootComponent, versionProblem, type BuildrootPackage } from './buildroot-package.ts';

/**
 * Reads what `make show-info` of Buildroot (since 2019.05) prints: every package of a configuration. Virtual packages are
 * left out, and what needs one needs what stands behind it; so are file systems, which are no packages.
 */
export const buildrootShowInfo: Reader = {
  name: 'buildroot-show-info',
  title: 'Buildroot show-info',
  capabilities: { scope: true, graph: true, hashes: false, licence: true, direct: false },
  read: ({ path, text }) => {
    const checked = openJson(path, text, showInfoSchema);
    if ('refused' in checked) return checked.refused;
    const entries = new Map(Object.entries(checked.value));
    const placeOf = (key: string) => ({ file: path, line: checked.lineOf([key]) });
    const packages = new Map(
      [...entries].flatMap(([key, entry]): [string, BuildrootPackage][] =>
        entry.virtual === true || entry.type === 'rootfs' ? [] : [[key, packageOf(key, entry, placeOf(key))]],
      ),
    );
    if (packages.size === 0) return unreadable(syntaxProblem(path, 'it lists no package', { line: 1 }));
    const absent = new Set(
      [...entries.values()].flatMap(({ dependencies }) => dependencies).filter((key) => !entries.has(key)),
    );
    const behind = behindVirtual(entries);
    return {
      components: [...packages].map(([key, one]) => {
        const needed = (entries.get(key)?.dependencies ?? []).flatMap((name) => behind.get(name) ?? [name]);
        return buildrootComponent(
          one,
          needed.flatMap((name) => packages.get(name) ?? []),
        );
      }),
      graph: absent.size > 0 ? 'partial' : 'complete',
      diagnostics: [
        ...[...packages.values()].flatMap(versionProblem),
        ...[...entries].flatMap(([key, entry]) => ignoredAdvisories(key, entry, placeOf(key))),
        ...absentNeeds(path, [...absent].toSorted()),
      ],
    };
  },
};

const showInfoSchema = z.record(
  z.string(),
  z.object({
    type: z.enum(['target', 'host', 'rootfs']),
    name: z.string().optional(),
    virtual: z.boolean().optional(),
    version: z.string().optional(),
    licenses: z.string().optional(),
    install_target: z.boolean().optional(),
    install_images: z.boolean().optional(),
    downloads: z.array(z.object({ source: z.string(), uris: z.array(z.string()).optional() })).optional(),
    dependencies: z.array(z.string()).default([]),
    ignore_cves: z.array(z.string()).optional(),
  }),
);

type Entry = z.infer<typeof showInfoSchema>[string];

function packageOf(key: string, entry: Entry, at: LinePlace): BuildrootPackage {
  const archive = entry.downloads?.[0];
  return {
    name: (entry.name ?? key).replace(/^host-/, ''),
    version: entry.version ?? '',
    licence:
      entry.licenses === undefined || entry.licenses === '' || entry.licenses === 'unknown'
        ? undefined
        : entry.licenses,
    download: archive === undefined ? undefined : downloadOf(archive.source, archive.uris?.[0]),
    hash: undefined,
    ...scopeOf(entry),
    at,
  };
}

/** Addresses stand behind the way to fetch them, such as `https+https://host/folder`. */
function downloadOf(archive: string, written: string | undefined): string | undefined {
  const address = /^[a-z|]+\+([a-z+]+:\/\/\S+)$/.exec(written ?? '')?.[1];
  return address === undefined ? undefined : `${address.replace(/\/$/, '')}/${archive}`;
}

function scopeOf({ type, install_target, install_images }: Entry): Pick<BuildrootPackage, 'scope' | 'reason'> {
  if (type === 'host') return { scope: 'development', reason: '"type": "host", built for the building machine' };
  if (install_target === false && install_images !== true)
    return { scope: 'unknown', reason: '"install_target": false; others may have been linked with it' };
  return { scope: 'runtime', reason: '"type": "target"' };
}

/** What a virtual package leads to, through others of its kind: the first real packages. Each is walked once. */
function behindVirtual(entries: ReadonlyMap<string, Entry>): ReadonlyMap<string, readonly string[]> {
  const behind = new Map<string, readonly string[]>();
  for (const [key, { virtual }] of entries) {
    if (virtual !== true) continue;
    const met = new Set([key]);
    for (const name of met) {
      const entry = entries.get(name);
      if (entry?.virtual === true) for (const next of entry.dependencies) met.add(next);
    }
    behind.set(
      key,
      [...met].filter((name) => entries.get(name)?.virtual !== true),
    );
  }
  return behind;
}

/** Buildroot names what its own patches mend, or what does not concern it: evidence for a verdict, not a verdict. */
function ignoredAdvisories(key: string, { ignore_cves: ignored = [] }: Entry, at: LinePlace): Diagnostic[] {
  if (ignored.length === 0) return [];
  const message = `Buildroot ignores ${ignored.slice(0, 20).map(quote).join(', ')} of ${quote(key)}`;
  const help = 'Look in the package of Buildroot why, and give the finding a verdict with that as its evidence.';
  return [{ ...entryProblem(at, message, help), severity: 'note' }];
}

function absentNeeds(file: string, names: readonly string[]): Diagnostic[] {
  if (names.length === 0) return [];
  const message = `${names.slice(0, 10).map(quote).join(', ')} ${names.length === 1 ? 'is' : 'are'} needed, but not listed`;
  return [entryProblem({ file }, message, 'Let make show-info write the file anew, for the whole configuration.')];
}
