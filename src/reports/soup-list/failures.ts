import type { Block, Cell } from '../../model/document.ts';
import type { Filed } from '../../model/filed.ts';
import type { RiskFile } from '../../model/risk-file.ts';
import type { FailureMode, SoupItem } from '../../model/soup-item.ts';
import { placeIn, stacked } from '../cells.ts';
import type { NotWritten } from './missing.ts';

/** How a SOUP item can fail (7.1.2 c), with controls and entries of the risk file; or the argued none. */
export function failureBlocks(
  filed: Filed<SoupItem>,
  riskFile: Filed<RiskFile> | undefined,
  notWritten: NotWritten,
): readonly Block[] {
  const { failureModes, noContribution } = filed.record;
  const heading: Block = { kind: 'heading', level: 3, text: 'Failure modes' };
  const argued: Block[] =
    noContribution === undefined
      ? []
      : [{ kind: 'notice', tone: 'plain', text: `No contribution to a hazardous situation: ${noContribution}` }];
  if (failureModes.length > 0) return [heading, ...argued, failureTable(filed, riskFile, notWritten)];
  if (argued.length > 0) return [heading, ...argued];
  const place = placeIn(filed, 'failureModes');
  return [
    heading,
    { kind: 'paragraph', cells: [{ text: 'Failure modes, or why there is none: ' }, notWritten(place)] },
  ];
}

function failureTable(filed: Filed<SoupItem>, riskFile: Filed<RiskFile> | undefined, notWritten: NotWritten): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'Id', width: 8 },
      { title: 'Failure mode', width: 17 },
      { title: 'Cause', width: 15 },
      { title: 'Effect', width: 17 },
      { title: 'Controls', width: 27 },
      { title: 'Risk file', width: 16 },
    ],
    rows: filed.record.failureModes.map((failure, index) => {
      const at = (key: keyof FailureMode) => placeIn(filed, 'failureModes', index, key);
      return [
        { text: failure.id, code: true, place: at('id') },
        { text: failure.mode, place: at('mode') },
        { text: failure.cause, place: at('cause') },
        { text: failure.effect, place: at('effect') },
        failure.controls.length === 0 ? notWritten(at('controls')) : { ...controlCell(failure), place: at('controls') },
        failure.risks.length === 0
          ? notWritten(at('risks'))
          : { ...riskCell(failure.risks, riskFile), place: at('risks') },
      ];
    }),
  };
}

function controlCell({ controls }: FailureMode): Cell {
  const lines = controls.map(({ id, kind, text, verifiedBy }) => {
    const verified = verifiedBy.length === 0 ? 'verification not written yet' : `verified by ${verifiedBy.join(', ')}`;
    return `${id} (${kind}): ${text}; ${verified}`;
  });
  return { text: stacked(lines), tone: controls.some(({ verifiedBy }) => verifiedBy.length === 0) ? 'doubt' : 'plain' };
}

/** A link that leads nowhere is worse than none, so it is said. */
function riskCell(ids: readonly string[], riskFile: Filed<RiskFile> | undefined): Cell {
  const known = new Map(riskFile?.record.risks.map((risk) => [risk.id, risk.hazardousSituation]));
  const lines = ids.map(
    (id) => `${id}: ${known.get(id) ?? (riskFile === undefined ? 'there is no risk file' : 'not in the risk file')}`,
  );
  return { text: stacked(lines), tone: ids.every((id) => known.has(id)) ? 'plain' : 'bad' };
}
