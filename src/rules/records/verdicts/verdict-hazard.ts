import { packageOf } from '../../../base/packages/purl.ts';
import type { Dossier, VerdictEntry } from '../../../model/dossier.ts';
import type { Problem, Rule } from '../../../model/plugs/rule.ts';
import { failureModeWith } from '../../examples/failure-mode-with.ts';
import { riskFileWith } from '../../examples/risk-file-with.ts';
import { notAffected, verdictWith, withFinding } from '../../examples/with-finding.ts';

const affected =
  'status: affected\nreason: A long name is cut\nresponse: { action: update, text: Update to 1.3.1 }\nowner: ada\nby: ada\non: 2026-11-12';

/** Asks for the failure mode or risk behind a verdict that says that its anomaly can contribute to a hazardous situation. */
export const verdictHazard: Rule = {
  id: 'records/verdict-hazard',
  title: 'A hazard that a verdict tells of is in the records',
  clause: '14971:5.4',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'Somebody has seen that a patient can be harmed. Until a failure mode or a risk says how, nobody estimates it and nothing controls it.',
  help: 'Write the failure mode in the record of the SOUP item, and its risk in soup/risks.yaml; then name one of them under `safety:` of the verdict.',
  check: (dossier) => dossier.verdicts.flatMap((one) => unnamed(one, dossier)),
  examples: [
    {
      title: 'It names a failure mode of the record, which names its risk',
      files: {
        ...withFinding(),
        ...failureModeWith('risks: [RISK-1]'),
        ...riskFileWith('softwareItems: [viewer]'),
        ...verdictWith(`${affected}\nsafety: { failureModes: [FM-1], reason: The number is cut }`),
      },
      says: [],
    },
    {
      title: 'It cannot contribute, and that is argued',
      files: { ...withFinding(), ...verdictWith(`${notAffected}\nsafety: { none: Names are not cut }`) },
      says: [],
    },
    {
      title: 'It can contribute, and what it leads to is not written yet',
      files: { ...withFinding(), ...verdictWith(`${affected}\nsafety: { reason: The number is cut }`) },
      says: [
        'CVE-2026-0001 can contribute to a hazardous situation, and the verdict names no failure mode and no risk',
      ],
    },
  ],
};

function unnamed(entry: VerdictEntry, dossier: Dossier): readonly Problem[] {
  const { file, index, verdict } = entry;
  const { safety, judged } = verdict;
  if (safety === undefined || 'none' in safety || safety.failureModes.length + safety.risks.length > 0) return [];
  const message = `${judged[0]?.anomaly} can contribute to a hazardous situation, and the verdict names no failure mode and no risk`;
  return [{ message, place: { file, keyPath: ['verdicts', index, 'safety'] }, help: waysToName(entry, dossier) }];
}

/** Which file is written by which command: whoever was just asked about harm may never have written a failure mode. */
function waysToName({ verdict }: VerdictEntry, { entries, riskFile }: Dossier): string {
  const judged = new Set(verdict.judged.map((one) => one.package));
  const about = entries.filter(({ component }) => judged.has(packageOf(component.purl)));
  const files = new Set(about.flatMap(({ account }) => ('item' in account ? [account.item.file] : [])));
  const bare = about.filter(({ account }) => !('item' in account)).map(({ component }) => packageOf(component.purl));
  const drafts = [...new Set(bare)].map((soup) => `the record that \`tureen draft ${soup}\` begins`);
  const records = [...files, ...drafts].join(', ') || 'the record of the SOUP item';
  const risks = riskFile?.file ?? 'soup/risks.yaml';
  return `Write the failure mode under \`failureModes:\` of ${records}, and its risk under \`risks:\` of ${risks}, by hand or with \`tureen import risks <file>\`; then name one of them under \`safety:\` of the verdict. An example: \`tureen explain ${verdictHazard.id}\`.`;
}
