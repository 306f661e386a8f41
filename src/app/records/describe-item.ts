import { parsePurl } from '../../base/packages/purl.ts';
import type { SafetyClass } from '../../model/clause.ts';
import type { Component } from '../../model/component.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { Entry } from '../../model/entry.ts';
import { promotedBecause } from '../../base/judgement/promoted-because.ts';
import { loadingSites } from '../../base/loading-sites.ts';
import { highestClass } from '../../base/classes/highest-class.ts';
import { classInForce } from '../../base/classes/class-in-force.ts';
import { packageKeyOf } from '../../dossier/evaluation/matching/package-key-of.ts';
import { suggestFailures } from '../../records/failure-catalogue/suggest-failures.ts';
import type { ItemFacts } from '../../records/scaffolds/scaffold-item.ts';
import type { Subject } from './find-subjects.ts';

/** Gathers what the inventory knows of a package, for a draft of its record: facts with their places, no judgement. */
export function describeItem(subject: Subject, dossier: Dossier, asked: SafetyClass | undefined): ItemFacts {
  const { soup, entries, covers } = subject;
  const components = entries.map(({ component }) => component);
  const isSystem = 'packages' in covers;
  const needed = isSystem ? [] : shippedDependencies(components, dossier);
  return {
    soup,
    title: isSystem ? `${parsePurl(soup)?.namespace ?? parsePurl(soup)?.type} base system` : nameOf(components, soup),
    supplier: isSystem ? undefined : supplierOf(components),
    versions: distinct(components.flatMap(({ version }) => version ?? [])),
    facts: [
      ...entries.map(whereFound),
      ...entries.flatMap((entry) => promotion(entry, dossier)),
      ...distinct(components.flatMap(statements)),
      ...bringsIn(needed),
    ],
    users: isSystem ? [] : distinct(entries.flatMap(({ claimedBy }) => claimedBy.map(({ id }) => id))),
    importedIn: isSystem ? [] : importedIn(components, dossier),
    needsProduct: !isSystem && components.length > 0 && components.every(hasNoPackages),
    suggested: suggestFailures(
      soup,
      components.flatMap(({ name, description }) => [name, description ?? '']),
    ),
    matrix: dossier.device.record.riskMatrix,
    covers: isSystem || needed.length > 0 ? [covers] : [],
    ...classOf(entries, dossier, asked),
  };
}

/** Whether no source of advisories has such packages; those of source repositories speak of few versions. */
function hasNoPackages(component: Component): boolean {
  return (packageKeyOf(component)?.ecosystem ?? 'GIT') === 'GIT';
}

/** Why it gets a record although another covers it. */
function promotion(entry: Entry, dossier: Dossier): readonly string[] {
  const because = promotedBecause(entry, dossier);
  return because === undefined || !('item' in entry.account)
    ? []
    : [`covered by ${entry.account.item.file} until now, but ${because}`];
}

/** The files of the product itself that load it, in their order. */
function importedIn(components: readonly Component[], { usage }: Dossier): readonly string[] {
  return distinct(components.flatMap(({ purl }) => loadingSites(usage, purl).map(({ file }) => file)));
}

function nameOf(components: readonly Component[], soup: string): string {
  return components[0]?.name ?? soup;
}

/** The maker that the files tell, or else the supplier, unless they contradict each other. */
function supplierOf(components: readonly Component[]): ItemFacts['supplier'] {
  const told = components.flatMap(({ supplier, originator = supplier, foundAt: [at] }) =>
    originator === undefined || at === undefined ? [] : [{ name: originator, source: `${at.file}:${at.line}` }],
  );
  return new Set(told.map(({ name }) => name)).size === 1 ? told[0] : undefined;
}

function shippedDependencies(components: readonly Component[], { entries }: Dossier): readonly string[] {
  const wanted = new Set(components.flatMap(({ dependsOn }) => dependsOn ?? []));
  return entries
    .filter(({ component, use }) => wanted.has(component.purl) && !component.firstParty && use.scope !== 'development')
    .map(({ component }) => component.name);
}

function bringsIn(names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const more = names.length > 8 ? ` and ${names.length - 8} more` : '';
  return [`brings in ${names.slice(0, 8).join(', ')}${more}, and what they need`];
}

function whereFound({ component, use }: Entry): string {
  const { version, relation, foundAt } = component;
  const [first, ...others] = foundAt.map(({ file, line }) => `${file}:${line}`);
  const places = others.length > 0 ? `${first} and ${others.length} more` : first;
  return `${version ?? 'no exact version'}, relation ${relation}, use ${use.scope}, ${places}`;
}

function statements({ licences, description, homepage, repository }: Component): readonly string[] {
  return [
    ...licences.map(({ expression, at }) => `licence as stated: ${expression} (${at.file}:${at.line})`),
    ...(description === undefined ? [] : [`described as: ${description}`]),
    ...(homepage === undefined ? [] : [`home page: ${homepage}`]),
    ...(repository === undefined ? [] : [`repository: ${repository}`]),
  ];
}

function classOf(
  entries: readonly Entry[],
  { software }: Dossier,
  asked: SafetyClass | undefined,
): Pick<ItemFacts, 'class' | 'classReason'> {
  if (asked !== undefined) return { class: asked, classReason: 'as asked' };
  const highest = highestClass(entries.map((entry) => entry.class));
  if (highest === undefined)
    return { class: classInForce(highest), classReason: 'no software item claims it, which counts as C' };
  const claiming = new Set(entries.flatMap(({ claimedBy }) => claimedBy));
  const deciding = software.filter((one) => one.class === highest && claiming.has(one.item));
  return { class: highest, classReason: `software item ${distinct(deciding.map(({ item }) => item.id)).join(', ')}` };
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
