import type { Block } from '../../model/document.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { Risk } from '../../model/risks/risk-file.ts';
import type { RiskMatrix } from '../../model/risks/risk-matrix.ts';
import { placeIn, stacked } from '../cells.ts';
import { controlsCell, estimateCell } from './failures.ts';
import { personName } from '../person-name.ts';

/** Section 3: the entries of the risk file that SOUP touches: causes, estimates, controls, and who accepted what is left; the matrix. */
export function riskSection(dossier: Dossier): readonly Block[] {
  const heading: Block = { kind: 'heading', level: 1, text: 'Risks that SOUP contributes to', anchor: 'risks' };
  const { riskFile, device } = dossier;
  if (riskFile === undefined || riskFile.record.risks.length === 0)
    return [heading, { kind: 'notice', tone: 'doubt', text: 'There is no entry of the risk file yet.' }];
  const { document, source } = riskFile.record;
  const from = [document, source && `imported from ${source.file} on ${source.on}, SHA-256 ${source.sha256}`];
  return [
    heading,
    {
      kind: 'paragraph',
      cells: [
        { text: from.filter((part) => part !== undefined).join('; ') || 'It is not told which file it belongs to.' },
      ],
    },
    riskTable(dossier, riskFile.record.risks),
    ...(device.record.riskMatrix === undefined ? [] : matrixBlocks(device.record.riskMatrix)),
  ];
}

function riskTable(dossier: Dossier, risks: readonly Risk[]): Block {
  const matrix = dossier.device.record.riskMatrix;
  const filed = dossier.riskFile ?? dossier.device;
  return {
    kind: 'table',
    columns: [
      { title: 'Id', width: 6 },
      { title: 'Hazardous situation and harm', width: 20 },
      { title: 'SOUP that contributes', width: 16 },
      { title: 'Without controls', width: 11 },
      { title: 'Controls', width: 25 },
      { title: 'With controls', width: 11 },
      { title: 'Accepted', width: 14 },
    ],
    rows: risks.map((risk, index) => {
      const at = (key: keyof Risk) => placeIn(filed, 'risks', index, key);
      const causes = causesOf(dossier, risk.id);
      return [
        { text: risk.id, code: true, place: at('id') },
        { text: stacked([risk.hazardousSituation, `Harm: ${risk.harm}`]), place: at('hazardousSituation') },
        causes.length === 0 ? { text: 'no failure mode reaches it', tone: 'bad' } : { text: stacked(causes) },
        { ...estimateCell(risk.before, matrix), place: at('before') },
        risk.controls.length === 0
          ? { text: 'none', tone: 'doubt' }
          : { ...controlsCell(risk.controls, dossier), place: at('controls') },
        { ...estimateCell(risk.after, matrix), place: at('after') },
        acceptedCell(risk, dossier),
      ];
    }),
  };
}

function causesOf({ items }: Dossier, id: string): readonly string[] {
  return items.flatMap(({ filed: { record } }) => {
    const modes = record.failureModes.filter(({ risks }) => risks.includes(id));
    return modes.length === 0 ? [] : [`${record.title ?? record.soup}: ${modes.map((mode) => mode.id).join(', ')}`];
  });
}

function acceptedCell({ accepted }: Risk, dossier: Dossier) {
  if (accepted === undefined) return { text: 'by the matrix alone', tone: 'quiet' } as const;
  const { by, on, reason, benefit } = accepted;
  return {
    text: stacked([`${personName(dossier, by)} on ${on}`, reason, benefit].filter((part) => part !== undefined)),
  };
}

/** Severities from left to right, probabilities of harm from the most likely down. */
function matrixBlocks({ document, severity, probability, zones, acceptability }: RiskMatrix): readonly Block[] {
  const tone = { always: 'good', 'with-reason': 'doubt', 'with-benefit': 'bad' } as const;
  const rows = probability.toReversed().map(({ id, name }) => [
    { text: `${id} ${name}` },
    ...severity.map((_, index) => {
      const zone = zones.find((one) => one.id === (Object.hasOwn(acceptability, id) ? acceptability[id]?.[index] : ''));
      return zone === undefined
        ? { text: 'not told', tone: 'bad' as const }
        : { text: zone.name, tone: tone[zone.acceptable] };
    }),
  ]);
  return [
    { kind: 'heading', level: 2, text: 'Risk matrix', anchor: 'matrix' },
    { kind: 'paragraph', cells: [{ text: document ?? 'No plan is named that fixes it.' }] },
    {
      kind: 'table',
      columns: [
        { title: 'Probability of harm', width: 16 },
        ...severity.map(({ id, name }) => ({ title: `${id} ${name}`, width: 12 })),
      ],
      rows,
    },
  ];
}
