import { counted } from '../base/counted.ts';
import { UsageError } from '../base/errors.ts';
import { formatPurl, packageOf, parsePurl } from '../base/purl.ts';
import type { SafetyClass } from '../model/clause.ts';
import type { Component } from '../model/component.ts';
import type { Account, Dossier, Entry, Use } from '../model/dossier.ts';
import type { Finding } from '../model/evaluation.ts';
import type { ImportSite, LookedAt, Usage } from '../model/usage.ts';
import type { Host } from './host.ts';
import { openDossier } from './open-dossier.ts';

/** Everything that is known of why one component is here. */
export type Reasons = {
  readonly component: Component;
  /** Shortest ways from the product to the component, by package URL; empty where no file tells. */
  readonly paths: readonly (readonly string[])[];
  readonly use: Use;
  readonly softwareItems: readonly string[];
  readonly class: SafetyClass | undefined;
  readonly account: {
    readonly kind: Account['kind'];
    readonly record: string | undefined;
    readonly reason: string | undefined;
  };
  /** The lines of the product's own sources that import it, and the languages in which such lines were looked for. */
  readonly imports: { readonly sites: readonly ImportSite[]; readonly lookedThrough: readonly LookedAt[] };
  /** `undefined` when nobody has evaluated this inventory. */
  readonly findings: readonly Finding[] | undefined;
};

/** Explains each component that a package URL, with or without version, or a bare name means. Throws `UsageError` for none. */
export async function why(host: Host, wanted: string): Promise<readonly Reasons[]> {
  const { dossier } = await openDossier(host, { usage: true });
  if (dossier === undefined)
    throw new UsageError('the records cannot be loaded', 'Run `tureen check` and mend what it shows first.');
  const spelt = canonical(wanted);
  const entries = dossier.entries.filter(({ component }) => isMeant(component, spelt));
  if (entries.length === 0) throw new UsageError(`nothing here is "${wanted}"`, helpFor(dossier, wanted));
  return entries.map((entry) => explain(dossier, entry));
}

/** A package URL as the inventory spells it; people write `pkg:npm/@babel/core`, which the grammar wants escaped. */
function canonical(wanted: string): string {
  const parts = parsePurl(wanted);
  return parts === undefined ? wanted : formatPurl(parts);
}

function isMeant({ purl, name, version }: Component, wanted: string): boolean {
  if (!wanted.startsWith('pkg:'))
    return [name, `${name}@${version ?? ''}`].some((known) => known.toLowerCase() === wanted.toLowerCase());
  const bare = purl.split(/[?#]/)[0];
  return purl === wanted || bare === wanted || packageOf(purl) === wanted;
}

function helpFor(dossier: Dossier, wanted: string): string {
  const word = (wanted.split('/').at(-1) ?? wanted).split('@')[0]?.toLowerCase() ?? '';
  const near = dossier.entries
    .filter(({ component }) => word.length > 2 && component.name.toLowerCase().includes(word))
    .slice(0, 5);
  const unread = dossier.inventory.files.filter(({ status }) => status === 'not-understood').length;
  if (near.length === 0 && unread > 0)
    return `${counted(unread, 'file was', 'files were')} not understood, and it may stand there: see \`tureen scan\`.`;
  if (near.length === 0) return 'See `tureen scan` for everything that was found.';
  return `Did you mean ${near.map(({ component }) => component.purl).join(', ')}?`;
}

function explain(dossier: Dossier, entry: Entry): Reasons {
  const { component, use, claimedBy, account } = entry;
  return {
    component,
    paths: pathsTo(dossier, component.purl),
    use,
    softwareItems: claimedBy.map(({ id }) => id),
    class: entry.class,
    account: {
      kind: account.kind,
      record: 'item' in account ? account.item.file : undefined,
      reason: 'reason' in account ? account.reason : 'evidence' in account ? account.evidence : undefined,
    },
    imports: importsOf(dossier.usage, component),
    findings:
      dossier.evaluation.kind === 'missing'
        ? undefined
        : dossier.evaluation.evaluation.findings.filter((finding) => finding.component === component.purl),
  };
}

function importsOf(usage: Usage, { purl, type }: Component): Reasons['imports'] {
  if (usage.kind === 'not-looked') return { sites: [], lookedThrough: [] };
  return {
    sites: usage.importedAt.get(purl) ?? [],
    lookedThrough: usage.languages.filter(({ types }) => types.includes(type)),
  };
}

/** Walks from the component upwards to the product's own packages: one shortest path for each of at most three of them. */
function pathsTo({ entries }: Dossier, purl: string): readonly (readonly string[])[] {
  const neededBy = new Map<string, string[]>();
  for (const { component } of entries) {
    for (const needed of component.dependsOn ?? []) {
      const others = neededBy.get(needed);
      if (others === undefined) neededBy.set(needed, [component.purl]);
      else others.push(component.purl);
    }
  }
  const own = new Set(entries.filter(({ component }) => component.firstParty).map(({ component }) => component.purl));
  const cameFrom = new Map<string, string | undefined>([[purl, undefined]]);
  const found: string[] = [];
  for (const current of cameFrom.keys()) {
    if (own.has(current) && current !== purl) found.push(current);
    for (const parent of neededBy.get(current) ?? []) if (!cameFrom.has(parent)) cameFrom.set(parent, current);
  }
  return found.slice(0, 3).map((top) => {
    const path = [top];
    for (let next = cameFrom.get(top); next !== undefined; next = cameFrom.get(next)) path.push(next);
    return path;
  });
}
