import type { RiskImport } from '../../model/risks/risk-import.ts';
import type { TableRow } from './read-table.ts';
import { cellOf, listIn } from './table-cells.ts';

/** A control as the foreign file has it. */
export type ImportedControl = {
  readonly id: string;
  readonly text: string;
  readonly kind?: string;
  readonly requirements?: readonly string[];
  readonly verifiedBy?: readonly string[];
};

/** The controls of an entry: one a row, or several in one cell, line by line. */
export function controlsOf(
  rows: readonly TableRow[],
  columns: NonNullable<RiskImport['columns']['control']>,
  word: (text: string) => string,
  refuse: (what: string, line: number) => void,
): readonly ImportedControl[] {
  const controls = rows.flatMap((row) => {
    const ids = linesIn(cellOf(row, columns.id));
    const texts = ids.length === 1 ? [cellOf(row, columns.text)] : linesIn(cellOf(row, columns.text));
    if (ids.length === 0 && texts.length > 0)
      refuse(`has a control without an id: ${texts[0]?.slice(0, 60)}`, row.line);
    if (ids.length !== texts.length && ids.length > 0) {
      refuse(`has ${ids.length} ids of controls and ${texts.length} texts; no control of the row was taken`, row.line);
      return [];
    }
    return ids.flatMap((id, index) => {
      const text = texts[index] ?? '';
      const kind = word(partOf(cellOf(row, columns.kind), index, ids.length)).toLowerCase();
      if (text === '' || !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(id)) {
        refuse(
          text === ''
            ? `has the control ${id} without a text`
            : `has a control with the id "${id.slice(0, 60)}", which is none`,
          row.line,
        );
        return [];
      }
      const isKind = ['design', 'protective', 'information'].includes(kind);
      if (kind !== '' && !isKind)
        refuse(
          `has the control ${id} of kind "${kind}"; say under riskImport.words which of design, protective, information it is`,
          row.line,
        );
      const requirements = listIn(partOf(cellOf(row, columns.requirements), index, ids.length));
      const verifiedBy = listIn(partOf(cellOf(row, columns.verifiedBy), index, ids.length));
      return [
        {
          id,
          ...(isKind && { kind }),
          text,
          ...(columns.requirements !== undefined && requirements.length > 0 && { requirements }),
          ...(columns.verifiedBy !== undefined && { verifiedBy }),
        },
      ];
    });
  });
  return [...new Map(controls.map((control) => [control.id, control])).values()];
}

/** Where a cell holds a line for each control, the line of one; else the cell as a whole. */
function partOf(cell: string, index: number, count: number): string {
  const lines = linesIn(cell);
  return count > 1 && lines.length === count ? (lines[index] ?? '') : cell;
}

function linesIn(cell: string): readonly string[] {
  return cell
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
