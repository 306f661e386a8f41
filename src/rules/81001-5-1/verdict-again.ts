import type { FindingEntry } from '../../model/dossier.ts';
import type { Rule } from '../../model/plugs/rule.ts';
import { componentsOf } from '../components-of.ts';
import { ofFindings } from '../of-findings.ts';
import { notAffected, verdictWith, withFinding } from '../examples/with-finding.ts';

/** Asks for a new judgement where what a verdict was judged on has changed. */
export const verdictAgain: Rule = {
  id: '81001-5-1/verdict-again',
  title: 'A verdict is asked again when its grounds change',
  clause: '81001-5-1:9.4',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'A verdict was given on certain records, versions and uses. Records widen and are withdrawn, versions move: what was true then may not be now.',
  help: 'Look at what has changed with `tureen triage`; the verdict may be confirmed there, or another be given.',
  check: ({ findings }) => {
    const asked = findings.flatMap((one) =>
      one.entry !== undefined && one.standing.kind === 'again' ? [{ ...one, standing: one.standing }] : [],
    );
    return ofFindings(asked, keyOf, (same) => {
      const [{ finding, standing }] = same;
      const { met, changed } = standing;
      const message = `${finding.id} is to be judged again for ${componentsOf(same)}: ${changed.join('; ')}`;
      return { message, place: { file: met.filed.file, keyPath: ['verdicts', met.filed.index] } };
    });
  },
  examples: [
    { title: 'Nothing has changed', files: { ...withFinding(), ...verdictWith(notAffected) }, says: [] },
    {
      title: 'Another version, in the range that the verdict holds for',
      files: {
        ...withFinding(),
        ...verdictWith(`${notAffected}\nvalidFor: vers:npm/>=1.0.0|<2.0.0`, { version: '1.2.0' }),
      },
      says: [],
    },
    {
      title: 'Another version',
      files: { ...withFinding(), ...verdictWith(notAffected, { version: '1.2.0' }) },
      says: ['CVE-2026-0001 is to be judged again for pkg:npm/left-pad@1.3.0: 1.3.0 is in use, judged was 1.2.0'],
    },
    {
      title: 'The record and the use have changed',
      files: { ...withFinding(), ...verdictWith(notAffected, { hash: 'sha256:bb02', scope: 'development' }) },
      says: [
        'CVE-2026-0001 is to be judged again for pkg:npm/left-pad@1.3.0: GHSA-pad1-pad1-pad1 has changed; its use is runtime, judged was development',
      ],
    },
  ],
};

/** The findings of one verdict and one defect with the same changes are one thing to do. */
function keyOf({ finding, standing: { met, changed } }: FindingEntry & { readonly standing: Again }): string {
  return [met.filed.file, met.filed.index, finding.id, ...changed].join(' ');
}

type Again = Extract<FindingEntry['standing'], { readonly kind: 'again' }>;
