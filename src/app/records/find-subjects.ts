import { loadingSites } from '../../base/loading-sites.ts';
import { promotedBecause } from '../../base/judgement/promoted-because.ts';
import { packageOf, parsePurl } from '../../base/packages/purl.ts';
import { accountFor } from '../../dossier/coverage/account-for.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { Entry } from '../../model/entry.ts';
import type { Filed } from '../../model/filed.ts';
import type { SoupItem } from '../../model/records/soup-item.ts';
import { systemTypes } from '../../records/scaffolds/file-name.ts';
import { findPackage } from './find-package.ts';

/** A package that a draft is about, and what else it would account for: its dependencies, or all that a pattern selects. */
export type Subject = {
  readonly soup: string;
  readonly entries: readonly Entry[];
  readonly covers: { readonly dependencies: true } | { readonly packages: string };
};

/** A package that got no draft, and why. */
export type LeftPackage = { readonly soup: string; readonly reason: string };

/**
 * Finds what needs a record of its own: third-party packages that the product asks for or loads itself, or of which
 * nobody tells, one for all packages of an operating system, and what is covered but deserves one of its own. What only
 * others bring in is theirs to cover.
 */
export function findSubjects(dossier: Dossier): readonly Subject[] {
  const open = unaccounted(dossier, []);
  const ofSystem = ({ component }: Entry) => systemTypes.has(component.type);
  const isWanted = ({ component: { relation, purl } }: Entry) =>
    relation !== 'transitive' || loadingSites(dossier.usage, purl).length > 0;
  const wanted = open.filter((entry) => !ofSystem(entry) && isWanted(entry));
  const packages = [...Map.groupBy(wanted, soupOf)].map(([soup, entries]): Subject => ({
    soup,
    entries,
    covers: { dependencies: true },
  }));
  const promoted = dossier.entries.filter((entry) => promotedBecause(entry, dossier) !== undefined);
  const own = [...Map.groupBy(promoted, soupOf)].map(([soup, entries]): Subject => ({
    soup,
    entries,
    covers: { dependencies: true },
  }));
  return [...systemSubjects(open.filter(ofSystem), dossier), ...packages, ...own];
}

/** Packages that a person named get a record whatever else is said of them, unless they have one. Throws `UsageError` for one that is not there, or not clear. */
export function namedSubjects(dossier: Dossier, wanted: readonly string[]) {
  const byPackage = Map.groupBy(dossier.entries, soupOf);
  const components = dossier.entries.map(({ component }) => component);
  const subjects: Subject[] = [];
  const left: LeftPackage[] = [];
  for (const soup of new Set(wanted.map((one) => findPackage(components, one)))) {
    const entries = byPackage.get(soup) ?? [];
    const record = dossier.items.find(({ filed }) => filed.record.soup === soup);
    const foreign = entries.filter(({ component }) => !component.firstParty);
    if (record !== undefined) left.push({ soup, reason: `it has a record, ${record.filed.file}` });
    else if (foreign.length === 0) left.push({ soup, reason: 'it is the product’s own, and no SOUP' });
    else subjects.push({ soup, entries: foreign, covers: { dependencies: true } });
  }
  return { subjects, left };
}

/** The packages that nobody accounts for, even with the drafts. */
export function stillOpen(dossier: Dossier, drafts: readonly Filed<SoupItem>[]): readonly LeftPackage[] {
  return [...Map.groupBy(unaccounted(dossier, drafts), soupOf)].map(([soup, entries]) => ({
    soup,
    reason: whyLeft(soup, entries, dossier),
  }));
}

/** What ships or may ship and no record speaks of; that nobody knows its use is no reason to have no record. */
function unaccounted({ entries, items }: Dossier, drafts: readonly Filed<SoupItem>[]): readonly Entry[] {
  const accounts = accountFor(
    entries.map(({ component, use }) => ({
      component,
      use: use.scope === 'unknown' ? { ...use, scope: 'runtime' } : use,
    })),
    [...items.map(({ filed }) => filed), ...drafts].map(asConfirmed),
  );
  return entries.filter(({ component }) => accounts.get(component.purl)?.kind === 'unaccounted');
}

/** What a draft proposes to cover waits for a person, not for another draft. */
function asConfirmed({ file, record }: Filed<SoupItem>): Filed<SoupItem> {
  return { file, record: { ...record, status: 'confirmed' } };
}

/** The package that stands for a whole system, by its database: the one whose version is the point release. */
const basePackages = ['base-files', 'alpine-baselayout', 'filesystem', 'setup'];

function systemSubjects(open: readonly Entry[], { items }: Dossier): readonly Subject[] {
  const recorded = new Set(items.map(({ filed }) => filed.record.soup));
  return [...Map.groupBy(open, patternOf)].flatMap(([packages, entries]): readonly Subject[] => {
    const bases = basePackages.map((name) => packages.replace('*', name));
    if (bases.some((soup) => recorded.has(soup))) return [];
    const bySoup = Map.groupBy(entries, soupOf);
    const soup = bases.find((candidate) => bySoup.has(candidate)) ?? [...bySoup.keys()][0] ?? '';
    return [{ soup, entries: bySoup.get(soup) ?? [], covers: { packages } }];
  });
}

function soupOf({ component }: Entry): string {
  return packageOf(component.purl);
}

function patternOf({ component }: Entry): string {
  const namespace = parsePurl(component.purl)?.namespace;
  return `pkg:${component.type}/${namespace === undefined ? '' : `${namespace}/`}*`;
}

function whyLeft(soup: string, [entry]: readonly Entry[], { entries, items }: Dossier): string {
  if (entry !== undefined && systemTypes.has(entry.component.type)) {
    return `other packages of this system have a record: let it cover ${patternOf(entry)} with a reason, or run \`tureen draft ${soup}\``;
  }
  const parents = entries.filter(({ component }) => component.dependsOn?.some((purl) => packageOf(purl) === soup));
  const names = [...new Set(parents.map(({ component }) => component.name))];
  const brought = `${names.slice(0, 3).join(', ') || 'other packages'} ${names.length === 1 ? 'brings' : 'bring'} it in`;
  const record = items.find(({ own }) => own.some((item) => parents.includes(item)));
  const advice =
    record === undefined ? 'if it deserves a record' : `unless ${record.filed.file} shall cover it, with a reason`;
  return `only ${brought}: run \`tureen draft ${soup}\`, ${advice}`;
}
