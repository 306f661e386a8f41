import { asksLeast } from '../classes/asks-least.ts';
import { loadingSites } from '../loading-sites.ts';
import { onceForEach } from '../remembering/once-for-each.ts';
import type { Dossier, FindingEntry } from '../../model/dossier.ts';
import type { Entry } from '../../model/entry.ts';
import { isCoveredByName } from './covered-by-name.ts';

/**
 * Why a component that the record of another package covers deserves one of its own: the product's own code loads it, it is
 * on the safety path, or a finding in it was judged to affect the device. `undefined` where nothing of that is so, at class
 * A, and where a person named it by its whole package URL and gave the reason why one record is enough.
 */
export function promotedBecause(entry: Entry, dossier: Dossier): string | undefined {
  const { component, account } = entry;
  if (account.kind !== 'covered' || isCoveredByName(account, component.purl)) return undefined;
  if (asksLeast(entry.class)) return undefined;
  const [site] = loadingSites(dossier.usage, component.purl);
  if (site !== undefined) return `imported directly at ${site.file}:${site.line}`;
  const { record } = account.item;
  if (record.safetyPath?.on === true && record.covers[account.cover]?.safetyPath?.on === true)
    return 'on the safety path';
  const finding = affectingFinding(entry, dossier);
  return finding && `affected by ${finding.finding.id}`;
}

/** The first finding in a component that somebody judged to affect the device. */
export function affectingFinding(entry: Entry, dossier: Dossier): FindingEntry | undefined {
  return affecting(dossier).get(entry)?.[0];
}

const affecting = onceForEach((dossier: Dossier): ReadonlyMap<Entry | undefined, readonly FindingEntry[]> =>
  Map.groupBy(dossier.findings.filter(isAffected), ({ entry }) => entry),
);

function isAffected({ standing }: FindingEntry): boolean {
  return 'met' in standing && standing.met?.filed.verdict.status === 'affected';
}
