import { packageOf } from '../../../base/packages/purl.ts';
import type { Dossier, ItemEntry, VerdictEntry } from '../../../model/dossier.ts';
import type { Problem, Rule } from '../../../model/plugs/rule.ts';
import { failureModeWith } from '../../examples/failure-mode-with.ts';
import { dispositionsWith, itemWithSources, noHazard, ownChangelog, withList } from '../../examples/with-anomalies.ts';
import { riskFileWith } from '../../examples/risk-file-with.ts';
import { notAffected, verdictWith, withFinding } from '../../examples/with-finding.ts';
import { namedFew } from '../../named-few.ts';

const listed = { ...itemWithSources(ownChangelog), ...withList() };

const affected =
  'status: affected\nreason: A long name is cut\nresponse: { action: update, text: Update to 1.3.1 }\nowner: ada\nby: ada\non: 2026-11-12';

/** Asks for the failure mode or risk behind a verdict or disposition by which an anomaly can contribute to a hazardous situation. */
export const verdictHazard: Rule = {
  id: 'records/verdict-hazard',
  title: 'A hazard that a verdict or disposition tells of is in the records',
  clause: '14971:5.4',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'Somebody has seen that a patient can be harmed. Until a failure mode or a risk says how, nobody estimates it and nothing controls it.',
  help: 'Write the failure mode in the record of the SOUP item, and its risk in soup/risks.yaml; then name one of them under `safety:` of the verdict, or in the disposition.',
  check: (dossier) => [
    ...dossier.verdicts.flatMap((one) => unnamed(one, dossier)),
    ...dossier.items.flatMap((item) => unnamedIn(item, dossier)),
  ],
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
    {
      title: 'A published anomaly can contribute, and what it leads to is not written yet',
      files: { ...listed, ...dispositionsWith(noHazard.replace('no-hazard', 'hazard')) },
      says: [
        'fix 1.3.1 aa can contribute to a hazardous situation, and the disposition names no failure mode and no risk',
      ],
    },
    {
      title: 'Somebody has judged it again, and named the failure mode',
      files: {
        ...listed,
        ...dispositionsWith(
          `${noHazard.replace('no-hazard', 'hazard')}${noHazard.replace('dispositions:', '').replace('no-hazard', 'hazard\n    failureModes: [FM-PAD-1]')}`,
        ),
      },
      says: [],
    },
  ],
};

function unnamed(entry: VerdictEntry, dossier: Dossier): readonly Problem[] {
  const { file, index, verdict } = entry;
  const { safety, judged } = verdict;
  if (safety === undefined || 'none' in safety || safety.failureModes.length + safety.risks.length > 0) return [];
  const message = `${judged[0]?.anomaly} ${says('verdict')}`;
  const help = waysToName(recordsOf(entry, dossier), dossier, 'under `safety:` of the verdict');
  return [{ message, place: { file, keyPath: ['verdicts', index, 'safety'] }, help }];
}

/** What is said of entries that somebody has judged again below is no word on them any more. */
function unnamedIn({ filed, anomalies: { dispositions, entries } }: ItemEntry, dossier: Dossier): readonly Problem[] {
  if (dispositions === undefined) return [];
  const held = entries.flatMap(({ anomaly: { id }, standing }) => ('met' in standing ? [{ id, ...standing.met }] : []));
  return [...Map.groupBy(held, ({ index }) => index)].flatMap(([index, about]) => {
    const [{ disposition } = {}] = about;
    if (disposition?.answer !== 'hazard' || disposition.failureModes.length + disposition.risks.length > 0) return [];
    const message = `${namedFew(about.map(({ id }) => id))} ${says('disposition')}`;
    const help = waysToName(filed.file, dossier, 'under `failureModes:` or `risks:` of the disposition');
    return [{ message, place: { file: dispositions.file, keyPath: ['dispositions', index, 'answer'] }, help }];
  });
}

function says(judgement: string): string {
  return `can contribute to a hazardous situation, and the ${judgement} names no failure mode and no risk`;
}

function recordsOf({ verdict }: VerdictEntry, { entries }: Dossier): string {
  const judged = new Set(verdict.judged.map((one) => one.package));
  const about = entries.filter(({ component }) => judged.has(packageOf(component.purl)));
  const files = new Set(about.flatMap(({ account }) => ('item' in account ? [account.item.file] : [])));
  const bare = about.filter(({ account }) => !('item' in account)).map(({ component }) => packageOf(component.purl));
  const drafts = [...new Set(bare)].map((soup) => `the record that \`tureen draft ${soup}\` begins`);
  return [...files, ...drafts].join(', ') || 'the record of the SOUP item';
}

/** Which file is written by which command: whoever was just asked about harm may never have written a failure mode. */
function waysToName(records: string, { riskFile }: Dossier, where: string): string {
  const risks = riskFile?.file ?? 'soup/risks.yaml';
  return `Write the failure mode under \`failureModes:\` of ${records}, and its risk under \`risks:\` of ${risks}, by hand or with \`tureen import risks <file>\`; then name one of them ${where}. An example: \`tureen explain ${verdictHazard.id}\`.`;
}
