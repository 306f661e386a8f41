import { loadingSites } from '../../base/loading-sites.ts';
import { globs } from '../../base/paths/glob.ts';
import { parsePurl } from '../../base/packages/purl.ts';
import type { Entry } from '../../model/entry.ts';
import type { ImportSite, Usage } from '../../model/inventory/usage.ts';
import type { ItemUsage, NamedUser } from '../../model/item-usage.ts';
import type { ItemUse } from '../../model/records/item-use.ts';
import type { SoftwareEntry } from '../../model/records/software-item.ts';
import type { SoupItem } from '../../model/records/soup-item.ts';

/** What the use of a SOUP item is compared with: its own components, the software items, and the imports found. */
export type UsageEvidence = {
  readonly own: readonly Entry[];
  readonly software: readonly SoftwareEntry[];
  readonly usage: Usage;
};

/** Sets what a record says of who uses its package against the files that it stands in and the lines that import it. */
export function compareUsage({ soup, usedBy }: SoupItem, { own, software, usage }: UsageEvidence): ItemUsage {
  const claiming = new Set(own.flatMap(({ claimedBy }) => claimedBy.map(({ id }) => id)));
  const sites = ownSites(own, usage);
  const named = usedBy.map((use, index): NamedUser => ({ index, ...userOf(use, claiming, software) }));
  return {
    named,
    unnamed: usedBy.length === 0 ? [] : [...claiming].filter((id) => !isNamed(id, usedBy, software)).toSorted(),
    sites,
    ...compareModules(usedBy, sites),
    lookedThrough: usage.kind === 'looked' ? usage.languages.filter(({ types }) => types.includes(typeOf(soup))) : [],
  };
}

/** Versions of one package share their lines; each counts once. */
function ownSites(own: readonly Entry[], usage: Usage): readonly ImportSite[] {
  const all = own.flatMap(({ component }) => loadingSites(usage, component.purl));
  return [...new Map(all.map((site) => [`${site.file}:${site.line}:${site.module}`, site])).values()];
}

function typeOf(soup: string): string {
  return parsePurl(soup)?.type ?? '';
}

/** A record may also name the whole that the claiming item is a part of. */
function userOf(
  { softwareItem }: ItemUse,
  claiming: ReadonlySet<string>,
  software: readonly SoftwareEntry[],
): Omit<NamedUser, 'index'> {
  if (!software.some(({ item }) => item.id === softwareItem)) return { softwareItem, result: 'no-software-item' };
  const claims = software.some(({ item, path }) => claiming.has(item.id) && path.some(({ id }) => id === softwareItem));
  return { softwareItem, result: claims ? 'claims-it' : 'claims-it-not' };
}

function isNamed(id: string, usedBy: readonly ItemUse[], software: readonly SoftwareEntry[]): boolean {
  const around = software.find(({ item }) => item.id === id)?.path ?? [];
  return usedBy.some(({ softwareItem }) => softwareItem === id || around.some((whole) => whole.id === softwareItem));
}

/** A use without modules speaks for all files, so that no line can stand elsewhere. */
function compareModules(
  usedBy: readonly ItemUse[],
  sites: readonly ImportSite[],
): Pick<ItemUsage, 'elsewhere' | 'idle'> {
  const inModules = globs(usedBy.flatMap(({ modules }) => modules));
  const isWhole = usedBy.length === 0 || usedBy.some(({ modules }) => modules.length === 0);
  return {
    elsewhere: isWhole ? [] : sites.filter(({ file }) => !inModules(file)),
    idle: usedBy.flatMap(({ modules }, index) =>
      modules.flatMap((module, position) => {
        const inModule = globs([module]);
        return sites.some(({ file }) => inModule(file)) ? [] : [{ index, position, module }];
      }),
    ),
  };
}
