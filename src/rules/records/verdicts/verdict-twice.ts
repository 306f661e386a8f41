import { isCve } from '../../../base/anomalies/is-cve.ts';
import type { VerdictEntry } from '../../../model/dossier.ts';
import type { JudgedFinding } from '../../../model/anomalies/verdict.ts';
import type { Rule } from '../../../model/plugs/rule.ts';
import { notAffected, verdictWith, withFinding } from '../../examples/with-finding.ts';

const file = 'soup/verdicts/npm-left-pad.yaml';
const fixed = 'status: fixed\nreason: Patched by us\nby: ada\non: 2026-11-13';
const twice = (
  below: Parameters<typeof verdictWith>[1],
  above: Parameters<typeof verdictWith>[1] = {},
): Readonly<Record<string, string>> => ({
  ...withFinding(),
  [file]: `${verdictWith(notAffected, above)[file]}${verdictWith(fixed, below)[file]?.replace('verdicts:\n', '')}`,
});

/** Asks that one finding has one verdict: `tureen triage` takes it out of the one before, who writes by hand may not. */
export const verdictTwice: Rule = {
  id: 'records/verdict-twice',
  title: 'A finding has one verdict',
  clause: '62304:8.2.1',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'device',
  why: 'Of two verdicts on one finding the later counts, and whoever approved the other relies on words that hold no more.',
  help: 'Take out of one of them what the other judges; `tureen triage` does so when it writes a verdict.',
  check: ({ verdicts }) => {
    const isShared = sharedIds(verdicts);
    const first = new Map<string, Judged>();
    return verdicts.flatMap((entry) => {
      const { file: at, index, verdict } = entry;
      return verdict.judged.flatMap((judged, position) => {
        if (!isShared(judged)) return [];
        const keys = keysOf(judged);
        const before = keys
          .flatMap(({ asked }) => asked.flatMap((key) => first.get(key) ?? []))
          .find((one) => one.entry.verdict !== verdict);
        for (const key of keys.flatMap(({ kept }) => kept)) if (!first.has(key)) first.set(key, { entry, judged });
        if (before === undefined) return [];
        const message = `${judged.anomaly} in ${judged.package} is ${said(entry)}, and ${said(before.entry)} in ${before.entry.file}${before.judged.anomaly === judged.anomaly ? '' : ` as ${before.judged.anomaly}`}`;
        return [{ message, place: { file: at, keyPath: ['verdicts', index, 'judged', position] } }];
      });
    });
  },
  examples: [
    { title: 'One verdict', files: { ...withFinding(), ...verdictWith(notAffected) }, says: [] },
    { title: 'Each version has its own', files: twice({ version: '1.2.0' }), says: [] },
    {
      title: 'Another verdict on the same was written below',
      files: twice({}),
      says: [
        `CVE-2026-0001 in pkg:npm/left-pad is fixed by ada on 2026-11-13, and not_affected by ada on 2026-11-12 in ${file}`,
      ],
    },
    {
      title: 'The same was judged under an id that is now another of its ids',
      files: twice({ aliases: ['GHSA-pad1-pad1-pad1'] }, { anomaly: 'GHSA-pad1-pad1-pad1' }),
      says: [
        `CVE-2026-0001 in pkg:npm/left-pad is fixed by ada on 2026-11-13, and not_affected by ada on 2026-11-12 in ${file} as GHSA-pad1-pad1-pad1`,
      ],
    },
    {
      title: 'The same was judged under two ids, and a third is of both',
      files: twice(
        { anomaly: 'PYSEC-2026-2', aliases: ['GHSA-pad1-pad1-pad1'] },
        { anomaly: 'OSV-2026-1', aliases: ['GHSA-pad1-pad1-pad1'] },
      ),
      says: [
        `PYSEC-2026-2 in pkg:npm/left-pad is fixed by ada on 2026-11-13, and not_affected by ada on 2026-11-12 in ${file} as OSV-2026-1`,
      ],
    },
    {
      title: 'Two CVEs are two defects, although one advisory tells of both',
      files: twice(
        { anomaly: 'CVE-2026-0002', aliases: ['GHSA-pad1-pad1-pad1'] },
        { aliases: ['GHSA-pad1-pad1-pad1'] },
      ),
      says: [],
    },
  ],
};

type Judged = { readonly entry: VerdictEntry; readonly judged: JudgedFinding };

/** Tells what has an id that another verdict on its package has, too: of thousands of verdicts few or none. */
function sharedIds(verdicts: readonly VerdictEntry[]): (judged: JudgedFinding) => boolean {
  const holders = new Map<string, VerdictEntry['verdict'] | 'several'>();
  for (const { verdict } of verdicts)
    for (const judged of verdict.judged)
      for (const id of idsOf(judged)) {
        const holder = holders.get(id);
        if (holder === undefined) holders.set(id, verdict);
        else if (holder !== verdict) holders.set(id, 'several');
      }
  return (judged) => idsOf(judged).some((id) => holders.get(id) === 'several');
}

function idsOf({ package: soup, anomaly, aliases }: JudgedFinding): readonly string[] {
  return [anomaly, ...aliases].map((id) => `${soup} ${id}`);
}

function said({ verdict: { status, by, on } }: VerdictEntry): string {
  return `${status} by ${by} on ${on}`;
}

/**
 * For each id and version, the keys that a finding is kept by, and those that one of the same defect was kept by: two CVEs are
 * never one defect, although one advisory may be an alias of both.
 */
function keysOf({ anomaly, aliases, package: soup, versions, scope }: JudgedFinding) {
  const known = isCve(anomaly);
  return [...new Set([anomaly, ...aliases])].flatMap((id) =>
    (versions.length === 0 ? [''] : versions).map((version) => {
      const key = [soup, id, scope, version].join(' ');
      const [any, none, own] = [`${key} any`, `${key} no CVE`, `${key} ${anomaly}`];
      return { kept: [any, known ? own : none], asked: known ? [own, none] : [any] };
    }),
  );
}
