import {
  confidenceInBrief,
  exploitedInBrief,
  probabilityInBrief,
  rejectionInBrief,
  severityInBrief,
  ssvcInBrief,
} from '../base/facts-in-brief.ts';
import { askedTogether } from '../base/anomalies/asked-together.ts';
import { prioritiesInBrief } from '../base/ssvc/priorities-in-brief.ts';
import type { approvalDoubt } from '../base/anomalies/approval-doubt.ts';
import { approvalInBrief } from '../base/anomalies/approval-in-brief.ts';
import type { Device } from '../model/records/device.ts';
import type { SsvcContext } from '../model/anomalies/ssvc-context.ts';
import type { Block, Cell } from '../model/document.ts';
import type { Dossier, FindingEntry, Standing } from '../model/dossier.ts';
import type { Finding } from '../model/anomalies/evaluation.ts';
import type { Verdict } from '../model/anomalies/verdict.ts';
import { stacked } from './cells.ts';
import { personName } from './person-name.ts';
import { waiversOfFinding, type WaivedHere } from './waivers-of-finding.ts';

/** Findings with the verdict beside each; where there is none, or none that holds, that is said. */
export function findingsTable(
  findings: readonly FindingEntry[],
  dossier: Pick<Dossier, 'device' | 'waivers' | 'today'>,
): Block {
  const { ssvc, vulnerabilityReview } = dossier.device.record;
  const waiversOf = waiversOfFinding(dossier);
  const nameOf = (id: string) => personName(dossier, id);
  const asked = { approvers: vulnerabilityReview?.approvers, today: dossier.today, nameOf };
  return {
    kind: 'table',
    columns: [
      { title: 'Anomaly', width: 14 },
      { title: 'Component', width: 13 },
      { title: 'Result', width: 9.5 },
      { title: 'Severity and exploitation', width: 14 },
      { title: 'Why', width: 18 },
      { title: 'Fixed in', width: 7.5 },
      { title: 'Verdict', width: 24 },
    ],
    rows: alike(findings, waiversOf).map(([one, ...others]) =>
      rowOf([one, ...others], ssvc, verdictCell(one, asked, waiversOf(one))),
    ),
  };
}

type Alike = readonly [FindingEntry, ...FindingEntry[]];

/** Findings of a component that only commits could tell more of share a row where they share the verdict and its doubts. */
function alike(
  findings: readonly FindingEntry[],
  waiversOf: (one: FindingEntry) => readonly WaivedHere[],
): readonly Alike[] {
  const groups = Map.groupBy(findings, (one) => {
    const { finding, standing } = one;
    if (finding.onlyByGraph !== true) return one;
    const { file, index } = ('met' in standing && standing.met?.filed) || {};
    const said = [standing.kind, 'changed' in standing ? standing.changed : [], file, index];
    return JSON.stringify([askedTogether(finding), ...said, waiversOf(one).map((each) => [each.file, each.index])]);
  });
  return [...groups.values()].flatMap(([first, ...others]): Alike[] =>
    first === undefined ? [] : [[first, ...others]],
  );
}

function rowOf([{ finding }, ...others]: Alike, ssvc: Device['ssvc'], verdict: Cell): readonly Cell[] {
  const ids = [finding, ...others.map((one) => one.finding)].flatMap(namesOf);
  return [
    { text: others.length === 0 ? stacked(ids) : ids.join(', '), code: true },
    { text: finding.component.replace(/[?#].*$/s, ''), code: true },
    { text: finding.result, tone: finding.result === 'affected' ? 'bad' : 'doubt' },
    {
      text: stacked([...new Set([finding, ...others.map((one) => one.finding)].flatMap((one) => gravity(one, ssvc)))]),
      tone: finding.kev === undefined ? 'plain' : 'bad',
    },
    { text: stacked([finding.why, confidenceInBrief(finding.confidence)].filter((text) => text !== '')) },
    { text: finding.fixed.length === 0 ? 'not told' : finding.fixed.join(', ') },
    verdict,
  ];
}

/** What an anomaly is called, but for the records that the reason beside it names. */
function namesOf({ id, aliases, records, why }: Finding): readonly string[] {
  const words = why.split(/[\s:;,]+/);
  return [id, ...aliases.filter((alias) => !words.includes(alias) || !records.some((record) => record.id === alias))];
}

/** Severities and exploitation, as they are published; what they mean for a patient is in the verdict. */
function gravity(
  { severities, kev = [], epss = [], ssvc, rejected = [] }: Finding,
  context: SsvcContext | undefined,
): readonly string[] {
  const told = [
    ...rejected.map(rejectionInBrief),
    ...severities.map(severityInBrief),
    ...kev.map(exploitedInBrief),
    ...epss.map(probabilityInBrief),
    ...(ssvc === undefined ? [] : [ssvcInBrief(ssvc), prioritiesInBrief(ssvc, context)]),
  ];
  return told.length === 0 ? ['not told'] : told;
}

/** Who may approve, until which day anybody can have, and what people are called. */
type Asked = Parameters<typeof approvalDoubt>[1] & { readonly nameOf: (id: string) => string };

function verdictCell({ standing }: FindingEntry, asked: Asked, waivers: readonly WaivedHere[]): Cell {
  if (standing.kind === 'not-needed') return { text: 'needs none' };
  const { met } = standing;
  const waived = waivers.map(
    ({ waiver: { rule, until, by, reason, text } }) =>
      `Waived until ${until} by ${asked.nameOf(by)}, ${reason}: ${text} (${rule})`,
  );
  if (met === undefined) return { text: stacked(['not judged yet', ...waived]), tone: 'bad', ...placeOf(waivers[0]) };
  const { file, index, verdict } = met.filed;
  return {
    text: stacked([...doubts(standing), ...waived, ...verdictTexts(verdict, asked)]),
    tone: standing.kind === 'judged' ? 'plain' : 'bad',
    place: { file, keyPath: ['verdicts', index] },
  };
}

function placeOf(waived: WaivedHere | undefined): Pick<Cell, 'place'> {
  return waived === undefined ? {} : { place: { file: waived.file, keyPath: ['waivers', waived.index] } };
}

function doubts(standing: Standing): readonly string[] {
  if (standing.kind === 'again') return [`to be judged again: ${standing.changed.join('; ')}`];
  if (standing.kind === 'expired') return [`ran out on ${standing.until}`];
  return standing.kind === 'open' ? ['still open'] : [];
}

function verdictTexts(verdict: Verdict, asked: Asked): readonly string[] {
  const { status, justification, reason, safety, security, response, owner, validFor, until, by, on } = verdict;
  const words = [status, justification].filter((word) => word !== undefined).map((word) => word.replaceAll('_', ' '));
  return [
    `${words.join(': ')}. ${reason}`,
    ...(safety === undefined ? [] : [safetyText(safety)]),
    ...(security === undefined ? [] : [`Security: ${security.vector}, ${security.reason}`]),
    ...(response === undefined
      ? []
      : [`Response: ${response.text}${response.due === undefined ? '' : `, until ${response.due}`}`]),
    ...(owner === undefined ? [] : [`Owner: ${asked.nameOf(owner)}`]),
    ...(validFor === undefined ? [] : [`Valid for ${validFor}`]),
    ...(until === undefined ? [] : [`Valid until ${until}`]),
    `By ${asked.nameOf(by)} on ${on}; ${approvalInBrief(verdict, asked, asked.nameOf)}`,
  ];
}

function safetyText(safety: NonNullable<Verdict['safety']>): string {
  if ('none' in safety) return `Safety: no contribution. ${safety.none}`;
  const named = [...safety.failureModes, ...safety.risks];
  return `Safety: ${named.length === 0 ? 'can contribute, by no failure mode or risk that is named yet' : named.join(', ')}. ${safety.reason}`;
}
