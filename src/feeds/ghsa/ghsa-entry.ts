import { hash } from 'node:crypto';
import { z } from 'zod';
import { checkSchema } from '../../base/formats/schema.ts';
import { keepConforming } from '../../base/formats/keep-conforming.ts';
import { advisoryId, atMost, shortText } from '../bounded.ts';
import { flawOf } from '../flaw-of.ts';
import { unknownInstant } from '../unknown-instant.ts';
import { oneLine } from '../../base/one-line.ts';
import type { ReadAdvisory } from '../osv/osv-record.ts';
import type { Advisory, AffectedPackage, StatedSeverity } from '../../model/anomalies/advisory.ts';

const vulnerability = z.object({
  package: z.object({ ecosystem: z.string(), name: z.string().min(1) }).nullish(),
  vulnerable_version_range: z.string().nullish(),
  vulnerable_functions: atMost(10_000, shortText).nullish(),
});

const vector = z.object({ vector_string: shortText.nullish() }).nullish();

const entrySchema = z.object({
  ghsa_id: z.string().regex(/^GHSA(?:-[0-9a-z]{4}){3}$/, 'is no id of a GitHub advisory'),
  cve_id: advisoryId.nullish(),
  type: z.string().nullish(),
  summary: z.string().nullish(),
  severity: shortText.nullish(),
  identifiers: atMost(1000, z.object({ type: z.string(), value: advisoryId })).nullish(),
  updated_at: z.string(),
  withdrawn_at: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT/, 'is no date and time')
    .nullish(),
  vulnerabilities: atMost(10_000, vulnerability).nullish(),
  cvss_severities: z.object({ cvss_v3: vector, cvss_v4: vector }).nullish(),
  cvss: vector,
});

type Entry = z.infer<typeof entrySchema>;

/**
 * Reads one entry of GitHub's API (`GET /advisories`, version 2022-11-28) as an advisory; of one that fails the schema, what
 * is left without the parts that do.
 */
export function readGhsaEntry(value: unknown, bytes: Uint8Array): ReadAdvisory {
  const checked = checkSchema(entrySchema, value);
  if (checked.ok) return toAdvisory(checked.value, bytes);
  const flaw = checked.problems[0] === undefined ? 'it is no advisory' : flawOf(checked.problems[0]);
  const left = keepConforming(entrySchema, value, checked.problems, substitutes);
  const read = left && toAdvisory(left, bytes);
  return read === undefined || read.advisory.affected.length === 0
    ? { unreadable: flaw }
    : { advisory: read.advisory, flaw };
}

const substitutes = new Map([['updated_at', unknownInstant]]);

function toAdvisory(entry: Entry, bytes: Uint8Array): Exclude<ReadAdvisory, { readonly unreadable: string }> {
  const packages = (entry.vulnerabilities ?? []).map(affectedPackage);
  const flaw = packages.find((one) => one.flaw !== undefined)?.flaw;
  const aliases = [entry.cve_id, ...(entry.identifiers ?? []).map((one) => one.value)];
  const advisory: Advisory = {
    id: entry.ghsa_id,
    feed: 'ghsa',
    modified: entry.updated_at,
    withdrawn: entry.withdrawn_at ?? undefined,
    kind: entry.type === 'malware' ? 'malware' : 'vulnerability',
    summary: entry.summary ? oneLine(entry.summary, 300) : undefined,
    aliases: [...new Set(aliases.filter((id) => typeof id === 'string'))].filter((id) => id !== entry.ghsa_id),
    upstream: [],
    related: [],
    severities: severitiesOf(entry),
    affected: packages.flatMap((one) => one.affected),
    hash: hash('sha256', bytes),
  };
  return flaw === undefined ? { advisory } : { advisory, flaw };
}

function severitiesOf({ cvss_severities: both, cvss, severity }: Entry): StatedSeverity[] {
  const stated = [
    { kind: 'CVSS_V3', value: both?.cvss_v3?.vector_string ?? cvss?.vector_string },
    { kind: 'CVSS_V4', value: both?.cvss_v4?.vector_string },
    { kind: 'rating', value: severity === 'unknown' ? undefined : severity?.toUpperCase() },
  ];
  return stated.flatMap(({ kind, value }) => (value ? [{ kind, value }] : []));
}

type ReadPackage = { readonly affected: readonly AffectedPackage[]; readonly flaw?: string };

/** A package whose range cannot be read stays without one, so that it is put to a person. */
function affectedPackage(entry: z.infer<typeof vulnerability>): ReadPackage {
  const { package: named, vulnerable_version_range: range, vulnerable_functions: functions } = entry;
  const ecosystem = ecosystems.get(named?.ecosystem ?? '');
  if (named === null || named === undefined || ecosystem === undefined) return { affected: [] };
  const bounds = (range ?? '')
    .split(',')
    .map((bound) => bound.trim())
    .filter((bound) => bound !== '');
  const read = bounds.map((bound) => /^(<=|>=|<|>|=)\s*(\S{1,200})$/.exec(bound));
  const base = { ecosystem, name: named.name, functions: functions ?? [] };
  if (read.some((bound) => bound === null)) {
    const flaw = `"vulnerable_version_range": "${oneLine(range ?? '', 60)}" is no range`;
    return { affected: [{ ...base, ranges: [], versions: [] }], flaw };
  }
  const told = new Map(read.map((bound) => [bound?.[1] ?? '', bound?.[2] ?? '']));
  const exact = told.get('=');
  if (exact !== undefined) return { affected: [{ ...base, ranges: [], versions: [exact] }] };
  const [fixed, lastAffected] = [told.get('<'), told.get('<=')];
  const events = [
    // What is after a version begins at it, for OSV knows no other beginning: one version too many.
    { introduced: told.get('>=') ?? told.get('>') ?? '0' },
    ...(fixed === undefined ? [] : [{ fixed }]),
    ...(lastAffected === undefined ? [] : [{ lastAffected }]),
  ];
  return { affected: [{ ...base, versions: [], ranges: told.size === 0 ? [] : [{ kind: 'ecosystem', events }] }] };
}

/** The ecosystems of GitHub with their names in OSV; `other` names nothing that could be matched. */
const ecosystems: ReadonlyMap<string, string> = new Map([
  ['actions', 'GitHub Actions'],
  ['composer', 'Packagist'],
  ['erlang', 'Hex'],
  ['go', 'Go'],
  ['maven', 'Maven'],
  ['npm', 'npm'],
  ['nuget', 'NuGet'],
  ['pip', 'PyPI'],
  ['pub', 'Pub'],
  ['rubygems', 'RubyGems'],
  ['rust', 'crates.io'],
  ['swift', 'SwiftURL'],
]);
