import { asksLeast } from '../../../base/classes/asks-least.ts';
import type { Dossier, VerdictEntry } from '../../../model/dossier.ts';
import type { Problem, Rule } from '../../../model/plugs/rule.ts';
import { notAffected, verdictWith, withFinding } from '../../examples/with-finding.ts';

const affected =
  'status: affected\nreason: A long name is cut\nresponse: { action: update, text: Update to 1.3.1 }\nowner: ada\nby: ada\non: 2026-11-12';

/** Asks what an anomaly that affects the device can do to a patient, in the ids of failure modes and the risk file. */
export const verdictSafety: Rule = {
  id: '62304/verdict-safety',
  title: 'What affects the device is judged for safety',
  clause: '62304:7.1.3',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'A severity says what an attacker wins. Whether a patient can be harmed is another question, and the risk file is where it is answered.',
  help: 'Write `safety:` with failure modes or risks and the reason, the reason alone while none is written yet, or `safety: { none: … }` with the reason why none.',
  restsOn: ['soup-item', 'risks'],
  check: (dossier) => dossier.verdicts.flatMap((one) => [...unsaid(one, dossier), ...dangling(one, dossier)]),
  examples: [
    { title: 'Not affected', files: { ...withFinding(), ...verdictWith(notAffected) }, says: [] },
    {
      title: 'It leads to a failure mode and a risk of the records',
      files: {
        ...withFinding(),
        ...verdictWith(`${affected}\nsafety: { failureModes: [FM-PAD-1], risks: [RISK-1], reason: The number is cut }`),
      },
      says: [],
    },
    {
      title: 'It can harm nobody, and that is argued',
      files: {
        ...withFinding(),
        ...verdictWith(`${affected}\nsafety: { none: Names are not used for anything else }`),
      },
      says: [],
    },
    {
      title: 'Nothing is said of safety',
      files: { ...withFinding(), ...verdictWith(affected) },
      says: ['CVE-2026-0001 affects the device, and the verdict says nothing of safety'],
    },
    {
      title: 'Failure mode and risk are none of the records',
      files: {
        ...withFinding(),
        ...verdictWith(`${affected}\nsafety: { failureModes: [FM-PAD-9], risks: [RISK-9], reason: The number is cut }`),
      },
      says: ['FM-PAD-9 is no failure mode of the records', 'RISK-9 is not in the risk file'],
    },
  ],
};

/** Asked where a finding of the verdict is about something of class B or C. */
function unsaid({ file, index, verdict }: VerdictEntry, { findings }: Dossier): readonly Problem[] {
  if (verdict.status !== 'affected' || verdict.safety !== undefined) return [];
  const isAsked = findings.some(
    ({ entry, standing }) =>
      'met' in standing && standing.met?.filed.verdict === verdict && entry !== undefined && !asksLeast(entry.class),
  );
  const message = `${verdict.judged[0]?.anomaly} affects the device, and the verdict says nothing of safety`;
  return isAsked ? [{ message, place: { file, keyPath: ['verdicts', index, 'status'] } }] : [];
}

function dangling(
  { file, index, verdict: { safety } }: VerdictEntry,
  { items, riskFile }: Dossier,
): readonly Problem[] {
  if (safety === undefined || 'none' in safety) return [];
  const modes = new Set(items.flatMap(({ filed }) => filed.record.failureModes.map(({ id }) => id)));
  const risks = new Set(riskFile?.record.risks.map(({ id }) => id));
  const place = (key: string, at: number) => ({ file, keyPath: ['verdicts', index, 'safety', key, at] });
  return [
    ...safety.failureModes.flatMap((id, at) =>
      modes.has(id) ? [] : [{ message: `${id} is no failure mode of the records`, place: place('failureModes', at) }],
    ),
    ...safety.risks.flatMap((id, at) =>
      risks.has(id) ? [] : [{ message: `${id} is not in the risk file`, place: place('risks', at) }],
    ),
  ];
}
