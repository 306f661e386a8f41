import { rateRisk } from '../../base/risk/rate-risk.ts';
import type { Block, Cell, Tone } from '../../model/document.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { Filed } from '../../model/filed.ts';
import type { FailureControl, RiskControl } from '../../model/risks/risk-control.ts';
import type { RiskEstimate, RiskMatrix, RiskZone } from '../../model/risks/risk-matrix.ts';
import type { FailureMode, SoupItem } from '../../model/records/soup-item.ts';
import { placeIn, stacked } from '../cells.ts';
import type { NotWritten } from './missing.ts';
import { verifiedText } from './verified-text.ts';

/** How a SOUP item can fail (7.1.2 c): the FMEA, with estimates before and after the controls; or the argued none. */
export function failureBlocks(filed: Filed<SoupItem>, dossier: Dossier, notWritten: NotWritten): readonly Block[] {
  const { failureModes, noContribution } = filed.record;
  const heading: Block = { kind: 'heading', level: 3, text: 'Failure modes and effects' };
  const argued: Block[] =
    noContribution === undefined
      ? []
      : [{ kind: 'notice', tone: 'plain', text: `No contribution to a hazardous situation: ${noContribution}` }];
  if (failureModes.length > 0) return [heading, ...argued, failureTable(filed, dossier, notWritten)];
  if (argued.length > 0) return [heading, ...argued];
  const place = placeIn(filed, 'failureModes');
  return [
    heading,
    { kind: 'paragraph', cells: [{ text: 'Failure modes, or why there is none: ' }, notWritten(place)] },
  ];
}

function failureTable(filed: Filed<SoupItem>, dossier: Dossier, notWritten: NotWritten): Block {
  const matrix = dossier.device.record.riskMatrix;
  return {
    kind: 'table',
    columns: [
      { title: 'Id', width: 8 },
      { title: 'Failure mode', width: 13 },
      { title: 'Cause', width: 12 },
      { title: 'Effect', width: 13 },
      { title: 'Without controls', width: 11 },
      { title: 'Controls', width: 22 },
      { title: 'With controls', width: 11 },
      { title: 'Risk file', width: 13 },
    ],
    rows: filed.record.failureModes.map((failure, index) => {
      const at = (key: keyof FailureMode) => placeIn(filed, 'failureModes', index, key);
      return [
        { text: failure.id, code: true, place: at('id') },
        { text: failure.mode, place: at('mode') },
        { text: failure.cause, place: at('cause') },
        { text: failure.effect, place: at('effect') },
        { ...estimateCell(failure.before, matrix), place: at('before') },
        failure.controls.length === 0
          ? notWritten(at('controls'))
          : { ...controlsCell(failure.controls, dossier), place: at('controls') },
        { ...estimateCell(failure.after, matrix), place: at('after') },
        failure.risks.length === 0
          ? notWritten(at('risks'))
          : { ...riskCell(failure.risks, dossier.riskFile?.record.risks), place: at('risks') },
      ];
    }),
  };
}

const tones: Readonly<Record<RiskZone['acceptable'], Tone>> = {
  always: 'good',
  'with-reason': 'doubt',
  'with-benefit': 'bad',
};

/** An estimate with what it comes to by the matrix. */
export function estimateCell(estimate: RiskEstimate | undefined, matrix: RiskMatrix | undefined): Cell {
  if (estimate === undefined) return { text: 'not estimated', tone: 'doubt' };
  const { severity, p1, p2, probability } = estimate;
  const levels = [severity, p1, p2, probability].filter((level) => level !== undefined).join(', ');
  const rating = matrix && rateRisk(matrix, estimate);
  if (rating === undefined) return { text: `${levels}: there is no risk matrix`, tone: 'doubt' };
  if ('unknown' in rating) return { text: `${levels}: not in the matrix`, tone: 'bad' };
  const names = `${rating.severity.name}, ${rating.probability.name}`;
  return { text: stacked([levels, names, rating.zone.name]), tone: tones[rating.zone.acceptable] };
}

/** Controls with their requirements and what came of their tests. */
export function controlsCell(controls: readonly (FailureControl | RiskControl)[], { trace }: Dossier): Cell {
  const lines = controls.map(({ id, kind, text, requirements, verifiedBy }) => {
    const became = requirements.length === 0 ? '' : `; requirement ${requirements.join(', ')}`;
    const verified =
      verifiedBy.length === 0 ? 'verification not written yet' : `verified by ${verifiedText(trace, id, verifiedBy)}`;
    return `${id}${kind === undefined ? '' : ` (${kind})`}: ${text}${became}; ${verified}`;
  });
  return { text: stacked(lines), tone: controls.some(({ verifiedBy }) => verifiedBy.length === 0) ? 'doubt' : 'plain' };
}

/** A link that leads nowhere is worse than none, so it is said. */
function riskCell(
  ids: readonly string[],
  risks: readonly { readonly id: string; readonly hazardousSituation: string }[] | undefined,
): Cell {
  const known = new Map(risks?.map((risk) => [risk.id, risk.hazardousSituation]));
  const lines = ids.map(
    (id) => `${id}: ${known.get(id) ?? (risks === undefined ? 'there is no risk file' : 'not in the risk file')}`,
  );
  return { text: stacked(lines), tone: ids.every((id) => known.has(id)) ? 'plain' : 'bad' };
}
