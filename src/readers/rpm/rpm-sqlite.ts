import { entryProblem, syntaxProblem, unreadable } from '../../base/reading.ts';
import { SqliteProblem, sqliteTable, usesWriteAheadLog } from '../../base/binaries/sqlite-table.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { BytesReader, BytesSource } from '../../model/plugs/reader.ts';
import { readRpmDatabase, rpmCompanions } from './rpm-database.ts';

/** Reads the SQLite database of rpm (since 4.16): its table `Packages` has a number and a header in each row. */
export const rpmSqlite: BytesReader = {
  name: 'rpm-sqlite',
  title: 'rpm database in SQLite, rpmdb.sqlite',
  content: 'bytes',
  capabilities: { scope: false, graph: true, hashes: true, licence: true, direct: false },
  companions: (opened, path) => [...rpmCompanions(opened, path), logOf(path)],
  read: (source) => {
    const { path, bytes } = source;
    const blobs = headersIn(bytes);
    if ('message' in blobs) return unreadable(syntaxProblem(path, blobs.message, { line: 1 }));
    const reading = readRpmDatabase(source, blobs);
    return { ...reading, diagnostics: [...logProblem(source), ...reading.diagnostics] };
  },
};

function headersIn(bytes: Uint8Array): readonly Uint8Array[] | { readonly message: string } {
  try {
    const rows = sqliteTable(bytes, 'Packages');
    if (rows === undefined) return { message: 'it has no table "Packages"' };
    return rows.flatMap(({ values: [, blob] }) => (blob instanceof Uint8Array ? [blob] : []));
  } catch (error) {
    if (error instanceof SqliteProblem) return { message: error.message };
    throw error;
  }
}

/** Changes wait in the log until they are moved into the database; a log that could be opened as text is empty. */
function logProblem({ path, bytes, companions, tree }: BytesSource): Diagnostic[] {
  const log = logOf(path);
  if (!usesWriteAheadLog(bytes) || !tree.includes(log) || companions.get(log) === '') return [];
  return [
    entryProblem(
      { file: path },
      `${log} may hold changes that are not in ${path} yet; packages of them are missing here`,
      `Let SQLite move them over, as by sqlite3 ${path} "PRAGMA wal_checkpoint(TRUNCATE)", and scan again.`,
    ),
  ];
}

function logOf(path: string): string {
  return `${path}-wal`;
}
