import { nameRecords } from '../../base/anomalies/name-records.ts';
import { restsOnImports } from '../../base/anomalies/rests-on-imports.ts';
import { compareText } from '../../base/compare.ts';
import { packageOf } from '../../base/packages/purl.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { Usage } from '../../model/inventory/usage.ts';
import type { Verdict } from '../../model/anomalies/verdict.ts';
import type { YamlValue } from '../../records/editing/render-yaml.ts';
import type { TriedFinding } from './open-triage.ts';

/** What a person says of some findings; what was judged, and when, is recorded by the tool. */
export type Judgement = Omit<Verdict, 'judged' | 'packages' | 'importedAt' | 'on' | 'approved'>;

/** A verdict as it is written: the findings as they are now, the judgement, the author and the day. */
export function composeVerdict(
  { usage, today }: Dossier,
  findings: readonly TriedFinding[],
  packages: string | undefined,
  judgement: Judgement,
): YamlValue {
  const { status, justification, reason, reachability, safety, security, response, owner, validFor, until, by } =
    judgement;
  const importedAt = importSites(usage, findings);
  return {
    judged: judgedFindings(findings),
    packages,
    status,
    justification,
    reason,
    importedAt: reachability === undefined && restsOnImports(judgement) ? importedAt : undefined,
    reachability: reachability && {
      answer: reachability.answer,
      evidence: reachability.evidence,
      functions: reachability.functions.length === 0 ? undefined : reachability.functions,
      importedAt,
    },
    safety: safety && ('none' in safety ? safety : withoutEmpty(safety)),
    security,
    response,
    owner,
    validFor,
    until,
    by,
    on: today,
  };
}

/** Lists that are empty are left out. */
function withoutEmpty(given: Readonly<Record<string, YamlValue>>): YamlValue {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => !Array.isArray(value) || value.length > 0));
}

/** One entry for each package, defect, use and set of records, with all versions of it. */
function judgedFindings(findings: readonly TriedFinding[]): readonly YamlValue[] {
  const sorted = findings.toSorted((a, b) => compareText(keyOf(a), keyOf(b)));
  const groups = Map.groupBy(sorted, keyOf);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { finding, entry } = first;
    const records = group.flatMap((one) => recordsOf(one.finding));
    return [
      {
        anomaly: finding.id,
        aliases: finding.aliases.length === 0 ? undefined : finding.aliases,
        package: packageOf(finding.component),
        versions: [...new Set(group.flatMap((one) => one.entry.component.version ?? []))].toSorted(),
        scope: entry.use.scope,
        records: Object.fromEntries(records.toSorted(([a], [b]) => (a < b ? -1 : 1))),
      },
    ];
  });
}

/** Records that share an id are bound each, by their feeds. */
function recordsOf({ records }: TriedFinding['finding']): readonly (readonly [name: string, hash: string])[] {
  const names = nameRecords(records);
  return records.map((record) => [names.get(record) ?? record.id, record.hash]);
}

function keyOf({ finding, entry }: TriedFinding): string {
  const records = recordsOf(finding).map(([name, hash]) => `${name} ${hash}`);
  return [packageOf(finding.component), finding.id, entry.use.scope, ...records].join(' ');
}

const mostSites = 20;

/** The lines that import what is judged, not for types alone; none is told only of languages that were looked through. */
function importSites(usage: Usage, findings: readonly TriedFinding[]): readonly string[] | undefined {
  if (usage.kind === 'not-looked') return undefined;
  const lines = findings
    .flatMap(({ finding }) => usage.importedAt.get(finding.component) ?? [])
    .filter(({ role, typesOnly }) => role === 'product' && !typesOnly)
    .map(({ file, line }) => `${file}:${line}`);
  const types = new Set(usage.languages.flatMap((language) => language.types));
  const isKnown = findings.every(({ entry }) => types.has(entry.component.type));
  return lines.length > 0 || isKnown ? [...new Set(lines)].slice(0, mostSites) : undefined;
}
