import { askedTogether, idsInBrief } from '../../base/anomalies/asked-together.ts';
import type { FindingEntry } from '../../model/dossier.ts';
import type { Rule } from '../../model/plugs/rule.ts';
import { componentsOf } from '../components-of.ts';
import { ofFindings } from '../of-findings.ts';
import { notAffected, verdictWith, withFinding } from '../examples/with-finding.ts';

/** Asks for a verdict on each anomaly that affects a component or may do so. */
export const findingJudged: Rule = {
  id: '81001-5-1/finding-judged',
  title: 'Each finding has a verdict',
  clause: '81001-5-1:9.4',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'That an anomaly is known is no answer. Whether it matters in this device, for patients and for security, is judged by a person, also where the versions cannot be compared.',
  help: 'Judge it with `tureen triage`; it shows what is known and writes the verdict.',
  restsOn: ['verdicts'],
  check: ({ findings }) => {
    const open = findings.filter(
      ({ entry, standing, finding }) => entry !== undefined && standing.kind === 'open' && finding.kind !== 'malware',
    );
    return ofFindings(
      open,
      (one) => `${askedTogether(one.finding)} ${one.finding.result} ${stateOf(one)}`,
      (same) => {
        const [{ finding, index }, ...others] = same;
        const named = idsInBrief([finding, ...others.map((one) => one.finding)]);
        const message = `${named} ${stateOf(same[0])}: ${finding.result} ${componentsOf(same)}`;
        return { message, place: { file: 'soup/anomalies.lock.json', keyPath: ['findings', index] } };
      },
    );
  },
  examples: [
    { title: 'The finding is judged', files: { ...withFinding(), ...verdictWith(notAffected) }, says: [] },
    {
      title: 'A malicious package is asked for by a rule of its own',
      files: withFinding('affected', { kind: 'malware' }),
      says: [],
    },
    { title: 'What is not affected needs no verdict', files: withFinding('not-affected'), says: [] },
    {
      title: 'Nobody has judged it',
      files: withFinding(),
      says: ['CVE-2026-0001 is not judged: affected pkg:npm/left-pad@1.3.0'],
    },
    {
      title: 'Nobody can tell whether it affects, and nobody has judged it',
      files: withFinding('undetermined'),
      says: ['CVE-2026-0001 is not judged: undetermined pkg:npm/left-pad@1.3.0'],
    },
    {
      title: 'It is still investigated',
      files: {
        ...withFinding(),
        ...verdictWith('status: under_investigation\nreason: The supplier was asked\nby: ada\non: 2026-11-12'),
      },
      says: ['CVE-2026-0001 is under investigation since 2026-11-12: affected pkg:npm/left-pad@1.3.0'],
    },
  ],
};

function stateOf({ standing }: FindingEntry): string {
  const met = standing.kind === 'open' ? standing.met : undefined;
  return met === undefined ? 'is not judged' : `is under investigation since ${met.filed.verdict.on}`;
}
