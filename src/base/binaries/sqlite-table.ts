/** A value of a row; texts are given as their bytes, and reals, which no reader asks for, as `undefined`. */
export type SqliteValue = number | Uint8Array | undefined;

/** A row of a table: its rowid, and the values that are stored, in the order of the columns. */
export type SqliteRow = { readonly rowid: number; readonly values: readonly SqliteValue[] };

/** Why a file is no SQLite database, or a damaged one; thrown by `sqliteTable` alone. */
export class SqliteProblem extends Error {
  override readonly name = 'SqliteProblem';
}

/**
 * Reads the rows of a table out of a database file (SQLite 3 file format, sections 1.3, 1.6 and 2), in the order of their
 * rowids; `undefined` when there is no such table. Only the file is read: what a write-ahead log beside it holds is not.
 * Throws `SqliteProblem`; a page that is met twice ends the reading, so that it takes time in proportion to the file.
 */
export function sqliteTable(bytes: Uint8Array, table: string): readonly SqliteRow[] | undefined {
  const file = openFile(bytes);
  try {
    const schema = rowsBelow(file, 1);
    const root = schema.find(({ values: [type, name] }) => textOf(type) === 'table' && textOf(name) === table)
      ?.values[3];
    return typeof root === 'number' ? rowsBelow(file, root) : undefined;
  } catch (error) {
    if (error instanceof RangeError) throw new SqliteProblem('it ends too early', { cause: error });
    throw error;
  }
}

/** Whether the header says that changes go to a write-ahead log first (section 1.3.3). */
export function usesWriteAheadLog(bytes: Uint8Array): boolean {
  return bytes[18] === 2;
}

type DatabaseFile = {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly pageSize: number;
  /** Bytes of a page that hold content; the rest is reserved. */
  readonly usable: number;
  /** Pages that were read; no page of a sound file belongs to two things. */
  readonly seen: Set<number>;
};

function openFile(bytes: Uint8Array): DatabaseFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 100 || decoder.decode(bytes.subarray(0, 16)) !== 'SQLite format 3\0')
    throw new SqliteProblem('it is no SQLite 3 database');
  const written = view.getUint16(16);
  const pageSize = written === 1 ? 65_536 : written;
  const usable = pageSize - view.getUint8(20);
  if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0 || usable < 480)
    throw new SqliteProblem(`it has pages of ${pageSize} bytes, which SQLite does not make`);
  if (view.getUint32(56) > 1) throw new SqliteProblem('its texts are UTF-16, which no package database has');
  return { bytes, view, pageSize, usable, seen: new Set() };
}

/** Walks a table b-tree without recursion: interior pages name their children, leaves hold the rows (section 1.6). */
function rowsBelow(file: DatabaseFile, root: number): SqliteRow[] {
  const rows: SqliteRow[] = [];
  const waiting = [root];
  for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
    const start = enterPage(file, page);
    const header = page === 1 ? start + 100 : start;
    const kind = file.view.getUint8(header);
    const interior = kind === 5;
    if (!interior && kind !== 13) throw new SqliteProblem(`page ${page} belongs to no table`);
    const pointers = header + (interior ? 12 : 8);
    const cells = Array.from(
      { length: file.view.getUint16(header + 3) },
      (_, index) => start + file.view.getUint16(pointers + 2 * index),
    );
    if (!interior) for (const cell of cells) rows.push(readRow(file, cell));
    else {
      const children = [...cells.map((cell) => file.view.getUint32(cell)), file.view.getUint32(header + 8)];
      for (const child of children.toReversed()) waiting.push(child);
    }
  }
  return rows;
}

/** Where a page begins; each is entered once. */
function enterPage({ bytes, pageSize, seen }: DatabaseFile, page: number): number {
  const start = (page - 1) * pageSize;
  if (page < 1 || start + pageSize > bytes.length) throw new SqliteProblem(`page ${page} lies outside of the file`);
  if (seen.has(page)) throw new SqliteProblem(`page ${page} is used twice`);
  seen.add(page);
  return start;
}

function readRow(file: DatabaseFile, cell: number): SqliteRow {
  const length = readVarint(file.view, cell);
  const rowid = readVarint(file.view, length.end);
  return { rowid: rowid.value, values: readRecord(readPayload(file, rowid.end, length.value)) };
}

/** What of a payload does not fit its cell goes on in a chain of overflow pages (section 1.6, "payload overflow"). */
function readPayload(file: DatabaseFile, at: number, length: number): Uint8Array {
  const { bytes, view, usable } = file;
  if (length > bytes.length) throw new SqliteProblem(`a row of ${length} bytes is longer than the file`);
  if (length <= usable - 35) return slice(bytes, at, length);
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((length - least) % (usable - 4));
  const local = fitting <= usable - 35 ? fitting : least;
  const payload = new Uint8Array(length);
  payload.set(slice(bytes, at, local));
  let next = view.getUint32(at + local);
  for (let filled = local; filled < length;) {
    const start = enterPage(file, next);
    const part = Math.min(usable - 4, length - filled);
    payload.set(slice(bytes, start + 4, part), filled);
    filled += part;
    next = view.getUint32(start);
  }
  return payload;
}

/** A record is a header of serial types, and the values one behind the other (section 2.1). */
function readRecord(record: Uint8Array): SqliteValue[] {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const header = readVarint(view, 0);
  const values: SqliteValue[] = [];
  let at = header.value;
  for (let position = header.end; position < header.value;) {
    const { value: type, end } = readVarint(view, position);
    position = end;
    if (values.length === mostColumns) throw new SqliteProblem(`a row has more than ${mostColumns} columns`);
    const length = lengthOf(type);
    values.push(type >= 12 ? slice(record, at, length) : readNumber(view, at, type));
    at += length;
  }
  return values;
}

function lengthOf(type: number): number {
  return type >= 12 ? Math.floor((type - 12) / 2) : ([0, 1, 2, 3, 4, 6, 8, 8, 0, 0][type] ?? 0);
}

function readNumber(view: DataView, at: number, type: number): number | undefined {
  if (type === 1) return view.getInt8(at);
  if (type === 2) return view.getInt16(at);
  if (type === 3) return view.getInt8(at) * 0x1_0000 + view.getUint16(at + 1);
  if (type === 4) return view.getInt32(at);
  if (type === 5) return view.getInt16(at) * 0x1_0000_0000 + view.getUint32(at + 2);
  if (type === 6) return Number(view.getBigInt64(at));
  return type === 8 ? 0 : type === 9 ? 1 : undefined;
}

/** A number in one to nine bytes, seven bits each, the highest first; of the ninth all eight count (section 1.6). */
function readVarint(view: DataView, start: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let at = start; at < start + 8; at++) {
    const byte = view.getUint8(at);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, end: at + 1 };
  }
  return { value: value * 256 + view.getUint8(start + 8), end: start + 9 };
}

function slice(bytes: Uint8Array, at: number, length: number): Uint8Array {
  if (at + length > bytes.length) throw new SqliteProblem('it ends too early');
  return bytes.subarray(at, at + length);
}

function textOf(value: SqliteValue): string | undefined {
  return value instanceof Uint8Array ? decoder.decode(value) : undefined;
}

/** The limit that SQLite itself sets unless it is built otherwise. */
const mostColumns = 2000;

const decoder = new TextDecoder();
