import type { Device } from '../../model/records/device.ts';
import type { RiskImport } from '../../model/risks/risk-import.ts';
import type { RiskMatrix } from '../../model/risks/risk-matrix.ts';
import { controlsOf, type ImportedControl } from './map-controls.ts';
import { sameTitle, type Table, type TableRow } from './read-table.ts';
import { cellOf, listIn } from './table-cells.ts';

/** An entry as the foreign file has it: only what the mapping names. */
export type ImportedRisk = {
  readonly id: string;
  readonly hazard: string;
  readonly sequence: string;
  readonly hazardousSituation: string;
  readonly harm: string;
  readonly softwareItems?: readonly string[];
  readonly before?: Readonly<Record<string, string>>;
  readonly after?: Readonly<Record<string, string>>;
  readonly controls?: readonly ImportedControl[];
};

/** The entries of a table, and what could not be taken, each with its row. */
export type MappedRisks = { readonly risks: readonly ImportedRisk[]; readonly problems: readonly string[] };

/** Turns rows into entries by the mapping. A row without an id continues the one above it; what is not understood is told. */
export function mapRisks(table: Table, mapping: RiskImport, device: Device): MappedRisks {
  const problems: string[] = [];
  const sense = senseOf(mapping, device);
  const risks = grouped(table, mapping, problems).flatMap((rows) => {
    const risk = riskOf(rows, mapping, sense, problems);
    return risk === undefined ? [] : [risk];
  });
  return { risks, problems };
}

/** Rows of one entry: those with its id, and those without any that follow them. */
function grouped(table: Table, mapping: RiskImport, problems: string[]): readonly (readonly TableRow[])[] {
  const groups = new Map<string, TableRow[]>();
  let current: TableRow[] | undefined;
  for (const row of table.rows) {
    const id = cellOf(row, mapping.columns.id);
    if (id !== '') {
      const { only } = mapping;
      const isWanted = only === undefined || only.values.some((value) => sameTitle(value, cellOf(row, only.column)));
      current = groups.get(id) ?? [];
      if (isWanted) groups.set(id, current);
    }
    if (current === undefined && [...row.cells.values()].some((text) => text !== ''))
      problems.push(`row ${row.line} has no id, and none stands above it`);
    current?.push(row);
  }
  return [...groups.values()];
}

type Sense = {
  readonly word: (text: string) => string;
  readonly softwareItem: (text: string) => string;
  readonly matrix: RiskMatrix | undefined;
};

function senseOf({ words }: RiskImport, { softwareItems, riskMatrix }: Device): Sense {
  const word = (text: string) => (Object.hasOwn(words, text) ? (words[text] ?? text) : text);
  const named = (text: string) =>
    softwareItems.find(({ id, name }) => id === text || sameTitle(name, text))?.id ?? text;
  return { word, softwareItem: (text) => named(word(text)), matrix: riskMatrix };
}

const texts = ['hazard', 'sequence', 'hazardousSituation', 'harm'] as const;

function riskOf(
  rows: readonly TableRow[],
  { columns }: RiskImport,
  sense: Sense,
  problems: string[],
): ImportedRisk | undefined {
  const [first, ...more] = rows;
  if (first === undefined) return undefined;
  const id = cellOf(first, columns.id);
  const refuse = (what: string, line = first.line) => void problems.push(`row ${line}: ${id} ${what}`);
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(id)) {
    refuse("is no identifier; use letters, digits, '.', '_' and '-'");
    return undefined;
  }
  const values = { hazard: '', sequence: '', hazardousSituation: '', harm: '' };
  for (const key of texts) {
    values[key] = cellOf(first, columns[key]);
    for (const row of more) {
      const again = cellOf(row, columns[key]);
      if (again !== '' && again !== values[key]) refuse(`has another ${key} than in row ${first.line}`, row.line);
    }
  }
  const empty = texts.filter((key) => values[key] === '');
  if (empty.length > 0) {
    refuse(`has no ${empty.map((key) => `${key} (column "${columns[key]}")`).join(', ')}`);
    return undefined;
  }
  const items = rows.flatMap((row) => listIn(cellOf(row, columns.softwareItems))).map(sense.softwareItem);
  const before = estimateOf(first, columns.before, sense, refuse);
  const after = estimateOf(first, columns.after, sense, refuse);
  const controls = columns.control && controlsOf(rows, columns.control, sense.word, refuse);
  return {
    id,
    ...values,
    ...(columns.softwareItems !== undefined && { softwareItems: [...new Set(items)] }),
    ...(before && { before }),
    ...(controls && { controls }),
    ...(after && { after }),
  };
}

/** An estimate by the levels of the matrix: by id, by name, or by a text that begins with the id; nothing else is taken. */
function estimateOf(
  row: TableRow,
  columns: RiskImport['columns']['before'],
  { word, matrix }: Sense,
  refuse: (what: string) => void,
): Readonly<Record<string, string>> | undefined {
  const estimate: Record<string, string> = {};
  for (const key of ['severity', 'p1', 'p2', 'probability'] as const) {
    const text = word(cellOf(row, columns[key]));
    if (text === '') continue;
    const level = matrix?.[key].find(
      ({ id, name }) => sameTitle(id, text) || sameTitle(name, text) || /^\S+/.exec(text)?.[0] === id,
    );
    if (level === undefined) {
      refuse(`has the ${key} "${text.slice(0, 60)}", which is no level of riskMatrix; its estimate was not taken`);
      return undefined;
    }
    estimate[key] = level.id;
  }
  const { severity, p1, p2, probability } = estimate;
  if (severity === undefined && p1 === undefined && p2 === undefined && probability === undefined) return undefined;
  if (severity !== undefined && (probability === undefined ? p1 && p2 : !p1 && !p2)) return estimate;
  refuse('has half an estimate: it wants a severity, and a probability or P1 and P2');
  return undefined;
}
