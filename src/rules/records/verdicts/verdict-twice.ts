import type { VerdictEntry } from '../../../model/dossier.ts';
import type { JudgedFinding } from '../../../model/anomalies/verdict.ts';
import type { Rule } from '../../../model/plugs/rule.ts';
import { notAffected, verdictWith, withFinding } from '../../examples/with-finding.ts';

const file = 'soup/verdicts/npm-left-pad.yaml';
const twice = (below: string) => ({
  ...withFinding(),
  [file]: `${verdictWith(notAffected)[file]}${below.replace('verdicts:\n', '')}`,
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
    const first = new Map<string, VerdictEntry>();
    return verdicts.flatMap((entry) => {
      const { file: at, index, verdict } = entry;
      return verdict.judged.flatMap((judged, position) => {
        const keys = keysOf(judged);
        const before = keys.flatMap((key) => first.get(key) ?? []).find((one) => one.verdict !== verdict);
        for (const key of keys) if (!first.has(key)) first.set(key, entry);
        if (before === undefined) return [];
        const message = `${judged.anomaly} in ${judged.package} is ${verdict.status} by ${verdict.by} on ${verdict.on}, and ${before.verdict.status} by ${before.verdict.by} on ${before.verdict.on} in ${before.file}`;
        return [{ message, place: { file: at, keyPath: ['verdicts', index, 'judged', position] } }];
      });
    });
  },
  examples: [
    { title: 'One verdict', files: { ...withFinding(), ...verdictWith(notAffected) }, says: [] },
    {
      title: 'Each version has its own',
      files: twice(verdictWith(notAffected, { version: '1.2.0' })[file] ?? ''),
      says: [],
    },
    {
      title: 'Another verdict on the same was written below',
      files: twice(verdictWith('status: fixed\nreason: Patched by us\nby: ada\non: 2026-11-13')[file] ?? ''),
      says: [
        `CVE-2026-0001 in pkg:npm/left-pad is fixed by ada on 2026-11-13, and not_affected by ada on 2026-11-12 in ${file}`,
      ],
    },
  ],
};

function keysOf({ anomaly, package: soup, versions, scope }: JudgedFinding): readonly string[] {
  return (versions.length === 0 ? [''] : versions).map((version) => [soup, anomaly, scope, version].join(' '));
}
