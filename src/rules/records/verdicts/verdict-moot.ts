import { isSameDefect } from '../../../base/anomalies/is-same-defect.ts';
import { packageOf } from '../../../base/packages/purl.ts';
import type { Rule } from '../../../model/plugs/rule.ts';
import { notAffected, verdictWith, withFinding } from '../../examples/with-finding.ts';

const withdrawn = { why: 'GHSA-pad1-pad1-pad1: it was withdrawn on 2026-11-13' };
const affected = 'status: affected\nreason: A long name is cut\nby: ada\non: 2026-11-12\nowner: ada';

/** Shows verdicts that say more than their finding: the version is the one that was judged, and its records changed their mind. */
export const verdictMoot: Rule = {
  id: 'records/verdict-moot',
  title: 'What is judged as affecting still does by its records',
  clause: '81001-5-1:9.4',
  classes: ['A', 'B', 'C'],
  severity: 'note',
  subject: 'device',
  why: 'Records are withdrawn and their ranges narrowed after somebody judged by them. Then a response is under way for a defect that there may not be, and VEX says something that nobody else does any more.',
  help: 'Look at the record: where the defect is none, take the verdict out; where it is one all the same, the reason says so.',
  restsOn: ['anomalies.lock', 'verdicts'],
  check: ({ findings, verdicts, evaluation }) => {
    if (evaluation.kind !== 'current') return [];
    const closed = findings.filter(({ finding }) => finding.result === 'not-affected');
    return verdicts.flatMap(({ file, index, verdict }) => {
      if (verdict.status !== 'affected' && verdict.status !== 'under_investigation') return [];
      return verdict.judged.flatMap((judged, position) =>
        closed
          .filter(({ finding, entry }) => {
            const isJudged =
              judged.package === packageOf(finding.component) &&
              isSameDefect({ id: judged.anomaly, aliases: judged.aliases }, finding);
            return isJudged && judged.versions.some((version) => version === entry?.component.version);
          })
          .map(({ finding: { component, why } }) => ({
            message: `${judged.anomaly} no longer affects ${component} (${why}), and the verdict says ${verdict.status}`,
            place: { file, keyPath: ['verdicts', index, 'judged', position] },
          })),
      );
    });
  },
  examples: [
    { title: 'It still affects', files: { ...withFinding(), ...verdictWith(affected) }, says: [] },
    {
      title: 'It was never thought to affect',
      files: { ...withFinding('not-affected', withdrawn), ...verdictWith(notAffected) },
      says: [],
    },
    {
      title: 'Another version is in use, which is not affected',
      files: { ...withFinding('not-affected'), ...verdictWith(affected, { version: '1.2.0' }) },
      says: [],
    },
    {
      title: 'The record names no CVE any more, and was withdrawn',
      files: {
        ...withFinding('not-affected', { ...withdrawn, id: 'GHSA-pad1-pad1-pad1', aliases: [] }),
        ...verdictWith(affected, { aliases: ['GHSA-pad1-pad1-pad1'] }),
      },
      says: [
        'CVE-2026-0001 no longer affects pkg:npm/left-pad@1.3.0 (GHSA-pad1-pad1-pad1: it was withdrawn on 2026-11-13), and the verdict says affected',
      ],
    },
    {
      title: 'The record was withdrawn since',
      files: { ...withFinding('not-affected', withdrawn), ...verdictWith(affected) },
      says: [
        'CVE-2026-0001 no longer affects pkg:npm/left-pad@1.3.0 (GHSA-pad1-pad1-pad1: it was withdrawn on 2026-11-13), and the verdict says affected',
      ],
    },
  ],
};
