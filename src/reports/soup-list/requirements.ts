import type { Block, Cell } from '../../model/document.ts';
import type { Filed } from '../../model/filed.ts';
import type { Requirement, SoupItem } from '../../model/records/soup-item.ts';
import type { Trace } from '../../model/trace.ts';
import { placeIn, stacked } from '../cells.ts';
import type { NotWritten } from './missing.ts';
import { verifiedText } from './verified-text.ts';

/** What the device needs from a SOUP item (5.3.3): functions, then performance with its limits. */
export function requirementBlocks(filed: Filed<SoupItem>, trace: Trace, notWritten: NotWritten): readonly Block[] {
  const heading: Block = { kind: 'heading', level: 3, text: 'Functional and performance requirements' };
  const all = filed.record.requirements.map((requirement, index) => ({ requirement, index }));
  const functional = all.flatMap(({ requirement, index }) =>
    requirement.kind === 'functional'
      ? [
          [
            idCell(filed, requirement.id, index),
            { text: requirement.text, place: placeIn(filed, 'requirements', index, 'text') },
            verifiedCell(filed, requirement, index, trace, notWritten),
          ],
        ]
      : [],
  );
  const performance = all.flatMap(({ requirement, index }) =>
    requirement.kind === 'performance'
      ? [
          [
            idCell(filed, requirement.id, index),
            { text: requirement.text, place: placeIn(filed, 'requirements', index, 'text') },
            { text: requirement.metric, place: placeIn(filed, 'requirements', index, 'metric') },
            { text: `${requirement.limit} ${requirement.unit}`, place: placeIn(filed, 'requirements', index, 'limit') },
            { text: requirement.condition, place: placeIn(filed, 'requirements', index, 'condition') },
            verifiedCell(filed, requirement, index, trace, notWritten),
          ],
        ]
      : [],
  );
  const nothing = notWritten(placeIn(filed, 'requirements'));
  return [heading, functionalTable(functional, nothing), performanceTable(performance, nothing)];
}

function functionalTable(rows: readonly (readonly Cell[])[], nothing: Cell): Block {
  if (rows.length === 0) return { kind: 'paragraph', cells: [{ text: 'Functional requirements: ' }, nothing] };
  const columns = [
    { title: 'Function', width: 10 },
    { title: 'What the device needs', width: 62 },
    { title: 'Verified by', width: 28 },
  ];
  return { kind: 'table', columns, rows };
}

function performanceTable(rows: readonly (readonly Cell[])[], nothing: Cell): Block {
  if (rows.length === 0) return { kind: 'paragraph', cells: [{ text: 'Performance requirements: ' }, nothing] };
  const columns = [
    { title: 'Performance', width: 10 },
    { title: 'What the device needs', width: 24 },
    { title: 'Metric', width: 15 },
    { title: 'Limit', width: 11 },
    { title: 'Condition', width: 22 },
    { title: 'Verified by', width: 18 },
  ];
  return { kind: 'table', columns, rows };
}

function idCell(filed: Filed<SoupItem>, id: string, index: number): Cell {
  return { text: id, code: true, place: placeIn(filed, 'requirements', index) };
}

function verifiedCell(
  filed: Filed<SoupItem>,
  { id, verifiedBy }: Requirement,
  index: number,
  trace: Trace,
  notWritten: NotWritten,
): Cell {
  const place = placeIn(filed, 'requirements', index, 'verifiedBy');
  if (verifiedBy.length === 0) return notWritten(place);
  return { text: stacked(verifiedBy.map((name) => verifiedText(trace, id, [name]))), place };
}
