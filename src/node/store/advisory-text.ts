import type { PackageKey } from '../../base/packages/package-key.ts';
import type { Advisory, AffectedPackage } from '../../model/anomalies/advisory.ts';

/** What is known of an advisory beside the columns that tell it from others. */
type AdvisoryFacts = Omit<Advisory, 'id' | 'feed' | 'modified' | 'hash' | 'affected'>;

/** The facts of an advisory as the JSON of its row, without what is empty: most of it is, and there are hundreds of thousands. */
export function writeFacts(advisory: AdvisoryFacts): string {
  const { kind, summary, withdrawn, aliases, upstream, related, severities } = advisory;
  return JSON.stringify({
    kind,
    summary,
    withdrawn,
    aliases: unlessEmpty(aliases),
    upstream: unlessEmpty(upstream),
    related: unlessEmpty(related),
    severities: unlessEmpty(severities),
  });
}

/** Reads what `writeFacts` wrote: the version of the store vouches for its shape. */
export function readFacts(text: string): AdvisoryFacts {
  const facts = JSON.parse(text) as Partial<AdvisoryFacts> & Pick<AdvisoryFacts, 'kind'>;
  return {
    kind: facts.kind,
    summary: facts.summary,
    withdrawn: facts.withdrawn,
    aliases: facts.aliases ?? nothing,
    upstream: facts.upstream ?? nothing,
    related: facts.related ?? nothing,
    severities: facts.severities ?? nothing,
  };
}

/** An entry of an advisory as the JSON of its row, without what is empty and what the key says by which the row is found. */
export function writeEntry({ ecosystem, name, ranges, versions, functions }: AffectedPackage, key: PackageKey): string {
  return JSON.stringify({
    ecosystem: ecosystem === key.ecosystem ? undefined : ecosystem,
    name: name === key.name ? undefined : name,
    ranges: unlessEmpty(ranges),
    versions: unlessEmpty(versions),
    functions: unlessEmpty(functions),
  });
}

/** Reads what `writeEntry` wrote for the same key. */
export function readEntry(text: string, key: PackageKey): AffectedPackage {
  const entry = JSON.parse(text) as Partial<AffectedPackage>;
  return {
    ecosystem: entry.ecosystem ?? key.ecosystem,
    name: entry.name ?? key.name,
    ranges: entry.ranges ?? nothing,
    versions: entry.versions ?? nothing,
    functions: entry.functions ?? nothing,
  };
}

/** The list of whatever holds nothing: one for all of them, which nobody may fill. */
const nothing: readonly never[] = [];

function unlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
