import { parseVers } from '../../../base/packages/vers.ts';
import type { VerdictEntry } from '../../../model/dossier.ts';
import type { Rule } from '../../../model/plugs/rule.ts';
import { notAffected, verdictWith, withFinding } from '../../examples/with-finding.ts';

/** Asks that the range of versions of a verdict can be read, and is one of the packages that it is about. */
export const verdictRange: Rule = {
  id: 'records/verdict-range',
  title: 'The range of a verdict means something',
  clause: '81001-5-1:9.4',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'A range that cannot be read holds for no version, and the verdict is asked again with each update.',
  help: 'Write it as VERS, such as vers:npm/>=7.0.0|<8.0.0, with the type of the package URL.',
  check: ({ verdicts }) =>
    verdicts.flatMap((one) => {
      const problem = problemOf(one);
      if (problem === undefined) return [];
      const message = `"${one.verdict.validFor}" is no range for the verdict: ${problem}`;
      return [{ message, place: { file: one.file, keyPath: ['verdicts', one.index, 'validFor'] } }];
    }),
  examples: [
    {
      title: 'A range of npm for a package of npm',
      files: { ...withFinding(), ...verdictWith(`${notAffected}\nvalidFor: vers:npm/>=1.0.0|<2.0.0`) },
      says: [],
    },
    {
      title: 'No range at all',
      files: { ...withFinding(), ...verdictWith(`${notAffected}\nvalidFor: '>=1.0.0'`) },
      says: ['">=1.0.0" is no range for the verdict: it does not begin with vers:, a type and a slash'],
    },
    {
      title: 'A range of another ecosystem',
      files: { ...withFinding(), ...verdictWith(`${notAffected}\nvalidFor: vers:pypi/>=1.0.0`) },
      says: ['"vers:pypi/>=1.0.0" is no range for the verdict: pkg:npm/left-pad is no package of pypi'],
    },
  ],
};

function problemOf({ verdict: { validFor, judged } }: VerdictEntry): string | undefined {
  if (validFor === undefined) return undefined;
  const range = parseVers(validFor);
  if ('problem' in range) return range.problem;
  const other = judged.find((one) => !one.package.startsWith(`pkg:${range.type}/`));
  return other === undefined ? undefined : `${other.package} is no package of ${range.type}`;
}
