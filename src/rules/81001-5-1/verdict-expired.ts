import type { FindingEntry } from '../../model/dossier.ts';
import type { Rule } from '../../model/plugs/rule.ts';
import { componentsOf } from '../components-of.ts';
import { notAffected, verdictWith, withFinding } from '../examples/with-finding.ts';

/** Asks for a new judgement where the last day of a verdict has passed. */
export const verdictExpired: Rule = {
  id: '81001-5-1/verdict-expired',
  title: 'A verdict has not run out',
  clause: '81001-5-1:9.4',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'Whoever wrote a last day meant that somebody looks again then.',
  help: 'Judge it anew with `tureen triage`.',
  check: ({ findings }) => {
    const expired = findings.filter(({ entry, standing }) => entry !== undefined && standing.kind === 'expired');
    return [...Map.groupBy(expired, keyOf).values()].flatMap((same) => {
      const [first] = same;
      if (first?.standing.kind !== 'expired') return [];
      const { met, until } = first.standing;
      const message = `the verdict on ${first.finding.id} ran out on ${until}: ${componentsOf(same)}`;
      return [{ message, place: { file: met.filed.file, keyPath: ['verdicts', met.filed.index, 'until'] } }];
    });
  },
  examples: [
    {
      title: 'It holds on its last day',
      files: { ...withFinding(), ...verdictWith(`${notAffected}\nuntil: 2026-11-15`) },
      says: [],
    },
    {
      title: 'Its last day has passed',
      files: { ...withFinding(), ...verdictWith(`${notAffected}\nuntil: 2026-11-14`) },
      says: ['the verdict on CVE-2026-0001 ran out on 2026-11-14: pkg:npm/left-pad@1.3.0'],
    },
  ],
};

/** The findings of one verdict and one defect are one thing to do. */
function keyOf({ finding, standing }: FindingEntry): string {
  const filed = standing.kind === 'expired' ? standing.met.filed : undefined;
  return `${filed?.file} ${filed?.index} ${finding.id}`;
}
