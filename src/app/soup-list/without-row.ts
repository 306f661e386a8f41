import { packageOf } from '../../base/packages/purl.ts';
import type { Dossier } from '../../model/dossier.ts';
import { versionsOf } from './match-rows.ts';

/** A package that ships or may ship and that no row of the list speaks of. */
export type PackageWithoutRow = {
  readonly soup: string;
  readonly versions: readonly string[];
  readonly relation: 'direct' | 'transitive' | 'unknown';
  /** Whether a record accounts for it all the same. */
  readonly accounted: boolean;
};

/** Finds the third-party packages that a list forgot, those that the product asks for itself first. */
export function withoutRow({ entries }: Dossier, listed: ReadonlySet<string>): readonly PackageWithoutRow[] {
  const shipped = entries.filter(({ component, use }) => !component.firstParty && use.scope !== 'development');
  const packages = [...Map.groupBy(shipped, ({ component }) => packageOf(component.purl))]
    .filter(([soup]) => !listed.has(soup))
    .map(([soup, own]): PackageWithoutRow => ({
      soup,
      versions: versionsOf(own),
      relation: relations.find((one) => own.some(({ component }) => component.relation === one)) ?? 'unknown',
      accounted: own.every(({ account }) => account.kind !== 'unaccounted'),
    }));
  return relations.flatMap((one) => packages.filter(({ relation }) => relation === one));
}

const relations = ['direct', 'unknown', 'transitive'] as const;
