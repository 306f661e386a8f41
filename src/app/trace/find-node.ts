import { UsageError } from '../../base/errors.ts';
import { formatPurl, packageOf, parsePurl } from '../../base/packages/purl.ts';
import type { Dossier } from '../../model/dossier.ts';
import { nearestKeys } from '../../base/nearest-key.ts';

/**
 * The id of the node that a person means: an id of any record, a package with or without version, by purl or name, or an
 * anomaly by any of its ids. Throws `UsageError` with the nearest ids.
 */
export function findNode(dossier: Dossier, wanted: string): string {
  const { nodes } = dossier.trace;
  if (nodes.has(wanted)) return wanted;
  const byCase = [...nodes.keys()].filter((id) => id.toLowerCase() === wanted.toLowerCase());
  const [only] = byCase;
  if (only !== undefined && byCase.length === 1) return only;
  const found = byPackage(dossier, wanted) ?? byAlias(dossier, wanted);
  if (found !== undefined && nodes.has(found)) return found;
  throw new UsageError(`nothing in the records has the id "${wanted}"`, helpFor(dossier, wanted));
}

/** A component leads to the record that accounts for it. */
function byPackage({ entries, items }: Dossier, wanted: string): string | undefined {
  const parts = parsePurl(wanted);
  const spelt = parts === undefined ? wanted.toLowerCase() : formatPurl(parts);
  const item = items.find(({ filed: { record } }) =>
    parts === undefined
      ? record.title?.toLowerCase() === spelt || parsePurl(record.soup)?.name.toLowerCase() === spelt
      : record.soup === packageOf(spelt),
  );
  if (item !== undefined) return item.filed.record.soup;
  const entry = entries.find(({ component: { purl, name } }) =>
    parts === undefined
      ? name.toLowerCase() === spelt
      : purl.split(/[?#]/)[0] === spelt || packageOf(purl) === packageOf(spelt),
  );
  return entry !== undefined && 'item' in entry.account ? entry.account.item.record.soup : undefined;
}

function byAlias({ findings }: Dossier, wanted: string): string | undefined {
  const id = wanted.toUpperCase();
  return findings.find(({ finding }) => finding.aliases.some((alias) => alias.toUpperCase() === id))?.finding.id;
}

function helpFor({ trace, evaluation }: Dossier, wanted: string): string {
  const ids = [...trace.nodes.keys()];
  const word = wanted.toLowerCase();
  const inside = word.length < 3 ? [] : ids.filter((id) => id.toLowerCase().includes(word));
  const near = [...new Set([...nearestKeys(wanted, ids).slice(0, 3), ...inside])].slice(0, 5);
  const unevaluated =
    !('evaluation' in evaluation) && /^(?:cve|ghsa|pysec|osv|dsa)-/i.test(wanted)
      ? ' Anomalies are known once `tureen evaluate` has run.'
      : '';
  return near.length === 0
    ? `Ask for an id of a risk, failure mode, control, requirement or test, or for a package URL.${unevaluated}`
    : `Did you mean ${near.join(', ')}?${unevaluated}`;
}
