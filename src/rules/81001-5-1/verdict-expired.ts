import type { FindingEntry } from '../../model/dossier.ts';
import type { Rule } from '../../model/plugs/rule.ts';
import { componentsOf } from '../components-of.ts';
import { ofFindings } from '../of-findings.ts';
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
    const expired = findings.flatMap((one) =>
      one.entry !== undefined && one.standing.kind === 'expired' ? [{ ...one, standing: one.standing }] : [],
    );
    return ofFindings(expired, keyOf, (same) => {
      const [{ finding, standing }] = same;
      const { met, until } = standing;
      const message = `the verdict on ${finding.id} ran out on ${until}: ${componentsOf(same)}`;
      return { message, place: { file: met.filed.file, keyPath: ['verdicts', met.filed.index, 'until'] } };
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
function keyOf({ finding, standing: { met } }: FindingEntry & { readonly standing: Expired }): string {
  return `${met.filed.file} ${met.filed.index} ${finding.id}`;
}

type Expired = Extract<FindingEntry['standing'], { readonly kind: 'expired' }>;
