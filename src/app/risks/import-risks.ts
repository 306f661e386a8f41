import { decodeText } from '../../base/decode-text.ts';
import { UsageError } from '../../base/errors.ts';
import type { Risk } from '../../model/risks/risk-file.ts';
import { riskImportSchema, type RiskImport } from '../../model/risks/risk-import.ts';
import { loadRecords } from '../../records/load.ts';
import { writeRisks } from '../../records/writing/write-risks.ts';
import { sha256 } from '../hash-sources.ts';
import type { Host } from '../host.ts';
import { openDossier } from '../open-dossier.ts';
import { readNamedFile } from '../read-named-file.ts';
import { readMapping } from '../tables/read-mapping.ts';
import { today } from '../today.ts';
import { diffRisks, type RiskDiff } from './diff-risks.ts';
import { mapRisks, type ImportedRisk } from './map-risks.ts';
import { readTable, sameTitle } from './read-table.ts';

/** How to import: by the mapping of a file, with what has gone taken out, or only looked at. */
export type RiskImportOptions = {
  readonly mapping?: string | undefined;
  readonly remove?: boolean;
  readonly dryRun?: boolean;
};

/** What an import of the risk file came to. */
export type ImportedRisks = RiskDiff & {
  readonly file: string;
  readonly sha256: string;
  /** What could not be taken, each with its row. */
  readonly problems: readonly string[];
  readonly written: boolean;
  /** What is gone was taken out of the record. */
  readonly removed: boolean;
};

/**
 * Takes the entries of a foreign risk file into `soup/risks.yaml`: what differs is changed in place, what is gone stays until
 * somebody says to remove it. Throws `UsageError` for a file or mapping that cannot be used; then nothing is written.
 */
export async function importRisks(host: Host, file: string, options: RiskImportOptions = {}): Promise<ImportedRisks> {
  const { dossier } = await openDossier(host);
  if (dossier === undefined)
    throw new UsageError('the records cannot be loaded', 'Run `tureen check` and mend what it shows first.');
  const old = await host.files.read(recordFile);
  if (old !== undefined && dossier.riskFile === undefined)
    throw new UsageError(`${recordFile} cannot be read`, 'Run `tureen check` and mend what it shows first.');
  const bytes = await readNamedFile(host, file, 'Keep the risk file, or an export of it, in it.');
  const mapping = await mappingOf(host, options.mapping, dossier.device.record.riskImport);
  const table = await readTable(file, bytes, { ...mapping, head: mapping.columns.id });
  refuseMissingColumns(file, table.titles, mapping);
  const mapped = mapRisks(table, mapping, dossier.device.record);
  const { risks } = mapped;
  const problems = [...mapped.problems, ...lostEstimates(dossier.riskFile?.record.risks ?? [], risks, mapping)];
  if (risks.length === 0)
    throw new UsageError(
      `${file} gives no entry`,
      problems[0] ?? 'Look whether riskImport names the right sheet and columns.',
    );
  const diff = diffRisks(dossier.riskFile?.record.risks ?? [], risks);
  const hash = sha256(bytes);
  const source = dossier.riskFile?.record.source;
  // A row that could not be taken must not make its entry look as if it were gone.
  const remove = options.remove === true && problems.length === 0;
  const differs = diff.added.length + diff.changed.length + (remove ? diff.gone.length : 0) > 0;
  const result = { ...diff, file, sha256: hash, problems, removed: remove };
  if (options.dryRun === true || (!differs && source?.file === file && source.sha256 === hash))
    return { ...result, written: false };
  const text = old === undefined ? undefined : decodeText(old);
  const edit = writeRisks(text, {
    set: diff.changed.flatMap(({ index, values }) =>
      values.map(({ keyPath, value }) => ({ keyPath: [index, ...keyPath], value })),
    ),
    appended: [
      ...diff.changed.flatMap(({ index, newControls }) =>
        newControls.map((value) => ({ keyPath: [index, 'controls'], value })),
      ),
      ...diff.added.map((value) => ({ keyPath: [], value })),
    ],
    removed: remove ? diff.gone.map(({ keyPath }) => keyPath) : [],
    source: { file, sha256: hash, on: today(host) },
  });
  if ('refused' in edit) throw new UsageError(`${recordFile} cannot be changed: ${edit.refused}`, edit.help);
  const [fault] = loadRecords(new Map([[recordFile, edit.text]])).diagnostics;
  if (fault !== undefined) throw new UsageError(fault.message, fault.help);
  await host.files.edit([{ path: recordFile, text: edit.text, before: old }]);
  return { ...result, written: true };
}

const recordFile = 'soup/risks.yaml';

/** A mapped estimate that the file does not have any more stays as it is recorded, and that is told. */
function lostEstimates(
  recorded: readonly Risk[],
  imported: readonly ImportedRisk[],
  { columns }: RiskImport,
): readonly string[] {
  const byId = new Map(imported.map((risk) => [risk.id, risk]));
  return recorded.flatMap((risk) => {
    const now = byId.get(risk.id);
    if (now === undefined) return [];
    return (['before', 'after'] as const)
      .filter((key) => columns[key].severity !== undefined && risk[key] !== undefined && now[key] === undefined)
      .map((key) => `${risk.id} has no estimate "${key}" in the file; the recorded one stays`);
  });
}

async function mappingOf(host: Host, file: string | undefined, own: RiskImport | undefined): Promise<RiskImport> {
  if (file === undefined) {
    if (own !== undefined) return own;
    throw new UsageError(
      'nobody tells which column of the risk file holds what',
      'Write `riskImport: { columns: { id: …, hazard: …, sequence: …, hazardousSituation: …, harm: … } }` in tureen.yaml, or name a file with --mapping.',
    );
  }
  const help = 'Write `columns:` with the titles of the columns, as under riskImport in tureen.yaml.';
  return readMapping(host, file, riskImportSchema, help);
}

/** A column that is named and not there would look like an empty one. */
function refuseMissingColumns(file: string, titles: readonly string[], { columns, only }: RiskImport): void {
  const named = [columns, columns.before, columns.after, columns.control ?? {}]
    .flatMap((group) => Object.values(group))
    .filter((value) => typeof value === 'string');
  const missing = [...named, ...(only === undefined ? [] : [only.column])].filter(
    (name) => !titles.some((title) => sameTitle(title, name)),
  );
  if (missing.length > 0)
    throw new UsageError(
      `${file} has no ${missing.length === 1 ? 'column' : 'columns'} ${missing.map((name) => `"${name}"`).join(', ')}`,
      titles.length === 0
        ? 'It holds nothing at all: export it anew, or name the right list, sheet or file.'
        : `Its columns are ${titles.slice(0, 40).join(', ')}. Correct riskImport.columns.`,
    );
}
